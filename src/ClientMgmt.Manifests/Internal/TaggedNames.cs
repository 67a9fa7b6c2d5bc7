namespace ClientMgmt.Manifests;

/// <summary>Names such as <c>client_name#ja</c>, which RFC 7591 section 2.2 has for a text in one language of <c>client_names</c>.</summary>
internal static class TaggedNames
{
    /// <param name="name">Any name.</param>
    /// <param name="property">The standard property that holds the text.</param>
    /// <param name="tag">The tag of the language.</param>
    public static bool TrySplit(string name, out string property, out string tag)
    {
        int mark = name.IndexOf('#', StringComparison.Ordinal);
        (property, tag) = mark < 0 ? (name, "") : (name[..mark] + "s", name[(mark + 1)..]);
        return tag.Length > 0 && ClientMetadata.StandardNames.Contains(property)
            && ClientMetadata.GetValueType(property) == typeof(IReadOnlyDictionary<string, string>);
    }
}
