namespace ClientMgmt.Manifests;

/// <summary>How manifests are written.</summary>
public enum ManifestFormat
{
    /// <summary>YAML 1.2: a document for each client.</summary>
    Yaml,

    /// <summary>JSON: a list of clients or, with a file for each, an object in each.</summary>
    Json,
}
