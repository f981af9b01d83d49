"""What the environment says of an Azure storage account, in one form for everyone who speaks to it."""

import os

_NAMES = {
    "account_name": ("AZURE_STORAGE_ACCOUNT_NAME", "AZURE_STORAGE_ACCOUNT"),
    "account_key": ("AZURE_STORAGE_ACCOUNT_KEY", "AZURE_STORAGE_KEY"),
    "sas_key": ("AZURE_STORAGE_SAS_TOKEN", "AZURE_STORAGE_SAS_KEY"),
    "endpoint": ("AZURE_STORAGE_ENDPOINT",),
    "tenant_id": ("AZURE_STORAGE_TENANT_ID", "AZURE_TENANT_ID"),
    "client_id": ("AZURE_STORAGE_CLIENT_ID", "AZURE_CLIENT_ID"),
    "client_secret": ("AZURE_STORAGE_CLIENT_SECRET", "AZURE_CLIENT_SECRET"),
}
"""What is asked for, by the name that obstore has for it, and the variables that may hold it; the first wins."""

_IN_CONNECTION_STRING = {
    "AccountName": "account_name",
    "AccountKey": "account_key",
    "SharedAccessSignature": "sas_key",
    "BlobEndpoint": "endpoint",
}


def azure_access() -> dict[str, str]:
    """Account, key, endpoint and so on, as far as they are set. A connection string counts where nothing else does."""
    found = {
        name: value
        for name, variables in _NAMES.items()
        if (value := next(filter(None, map(os.environ.get, variables)), None))
    }
    given = os.environ.get("AZURE_STORAGE_CONNECTION_STRING", "")
    parts = dict(part.partition("=")[::2] for part in given.split(";") if part)
    told = {name: parts[key] for key, name in _IN_CONNECTION_STRING.items() if key in parts}
    if "endpoint" not in told and "AccountName" in parts and "EndpointSuffix" in parts:
        protocol = parts.get("DefaultEndpointsProtocol", "https")
        told["endpoint"] = f"{protocol}://{parts['AccountName']}.blob.{parts['EndpointSuffix']}"
    return told | found
