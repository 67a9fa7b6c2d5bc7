using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>The file of a plan: its format and a digest, so that nothing but the plan that was made is applied.</summary>
internal static class SavedPlan
{
    private const string Format = "clientmgmt-plan";
    private const int Version = 1;

    private static readonly JsonWriterOptions s_readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(ManifestPlan plan)
    {
        byte[] body = Write(writer => SavedPlanJson.Write(writer, plan));
        return
        [
            .. Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("format", Format);
                writer.WriteNumber("version", Version);
                writer.WriteString("digest", Digest(body));
                writer.WritePropertyName("plan");
                writer.WriteRawValue(body);
                writer.WriteEndObject();
            }),
            (byte)'\n',
        ];
    }

    /// <exception cref="InvalidDataException">It is no plan that can be applied.</exception>
    public static ManifestPlan Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out JsonElement format) || !format.ValueEquals(Format))
            {
                throw new InvalidDataException("This is no saved plan.");
            }

            if (!root.GetProperty("version").TryGetInt32(out int version) || version != Version)
            {
                throw new InvalidDataException(
                    $"This plan was saved by another version: it has the format {root.GetProperty("version").GetRawText()}, and {Version} can be read. Make a new plan.");
            }

            JsonElement body = root.GetProperty("plan");
            if (!root.GetProperty("digest").ValueEquals(Digest(System.Text.Encoding.UTF8.GetBytes(body.GetRawText()))))
            {
                throw new InvalidDataException("This plan is not as it was saved. Make a new plan.");
            }

            return SavedPlanJson.Read(body);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("This is no saved plan, or it is damaged.", e);
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_readable))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string Digest(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
