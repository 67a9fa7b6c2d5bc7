using SpecCheck.Reading;

namespace SpecCheck.Facts;

/// <summary>What credentials an operation takes, in words that do not depend on what the document calls them.</summary>
internal static class SecurityText
{
    public static string Of(SpecFile file, MapNode operation)
    {
        IEnumerable<string> ways =
            from way in (operation.List("security") ?? file.Root.List("security"))?.Items ?? []
            select string.Join(" and ", way.AsMap().Members.Select(scheme => Scheme(file, scheme.Key, scheme.Value)));
        string text = string.Join(", ", ways.Distinct().Order(StringComparer.Ordinal));
        return text.Length == 0 ? "none" : text;
    }

    private static string Scheme(SpecFile file, string name, Node use)
    {
        Node scheme = file.Root.Map("components")?.Map("securitySchemes")?[name]
            ?? throw new SpecFileException(use, $"there is no security scheme '{name}'.");
        MapNode found = file.Follow(scheme).AsMap();
        return found.Text("type") switch
        {
            "http" => $"{found.Text("scheme")}",
            "apiKey" => $"{found.Text("in")} {found.Text("name")}",
            var type => $"{type}",
        };
    }
}
