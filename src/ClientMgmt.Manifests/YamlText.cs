using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>Writes JSON values as YAML that every version of YAML reads the same way.</summary>
public static class YamlText
{
    /// <summary>
    /// Writes a value in block style: members in the order in which they stand, lines ended by a line feed, texts in quotes
    /// where they could be read as something else. Values written one after the other, each an array, are one array.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">What.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public static void Write(TextWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        new YamlBlocks(writer).Write(value);
    }
}
