using Newtonsoft.Json;

namespace ClientMgmt.Benchmarks.Contestants;

internal static class Texts
{
    public static List<string> ReadTexts(this JsonTextReader reader)
    {
        var texts = new List<string>();
        reader.Read();
        while (reader.ReadAsString() is { } text)
        {
            texts.Add(text);
        }

        return texts;
    }

    public static void WriteTexts(this JsonTextWriter writer, string name, List<string> texts)
    {
        writer.WritePropertyName(name);
        writer.WriteStartArray();
        texts.ForEach(writer.WriteValue);
        writer.WriteEndArray();
    }
}
