namespace ClientMgmt.Manifests;

/// <summary>The JSON Schema of a manifest, for editors.</summary>
public static class ManifestSchema
{
    /// <summary>
    /// The schema (draft 2020-12) of one document, with the names, types, meanings and known values of
    /// <see cref="ClientMetadata"/>. What the schema refuses, <see cref="ManifestReader"/> refuses too. The package holds it
    /// as <c>manifest.schema.json</c>.
    /// </summary>
    public static string Json { get; } = Read();

    private static string Read()
    {
        using Stream stream = typeof(ManifestSchema).Assembly.GetManifestResourceStream("manifest.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
