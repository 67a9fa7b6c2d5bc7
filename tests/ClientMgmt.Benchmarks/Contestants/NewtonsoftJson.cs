using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace ClientMgmt.Benchmarks.Contestants;

/// <summary>What the contestants with Newtonsoft.Json have in common.</summary>
internal static class NewtonsoftJson
{
    public static byte[] WriteObject(Action<JsonTextWriter> writeMembers)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static void WriteText(this JsonTextWriter writer, string name, string? text)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(text);
    }

    public static void WriteTexts(this JsonTextWriter writer, string name, List<string> texts)
    {
        writer.WritePropertyName(name);
        writer.WriteStartArray();
        texts.ForEach(writer.WriteValue);
        writer.WriteEndArray();
    }

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

    public static List<T> ReadObjects<T>(this JsonTextReader reader, Func<JsonTextReader, T> read)
    {
        var objects = new List<T>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonToken.StartObject)
        {
            objects.Add(read(reader));
        }

        return objects;
    }
}
