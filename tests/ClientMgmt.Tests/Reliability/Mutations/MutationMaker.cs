using System.Text;
using System.Text.Json;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Alters a document at random; the same random numbers make the same mutation.</summary>
internal sealed class MutationMaker(Random random)
{
    private static readonly byte[][] s_bytes =
    [
        [0xC0, 0xAE], [0xFF], [0xFE, 0xFF], [0xED, 0xA0, 0x80], [0xC3], [0x80], [0xEF, 0xBB, 0xBF], [0], [0x1F], [0xF4, 0x90, 0x80, 0x80],
        .. new[] { ",", "\"", "\\", "{", "}", "[", "]", ":", "/**/", "// x\n", "'", "NaN", "1", "-", "e", " ", "\u00a0", "<html>" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    public byte[] Mutate(string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        for (int count = 1 + random.Next(3); count > 0; count--)
        {
            body = Once(body);
        }

        return body;
    }

    private byte[] Once(byte[] body) => random.Next(20) switch
    {
        0 => body[..random.Next(body.Length + 1)],
        1 => Splice(body, random.Next(body.Length + 1), 0, s_bytes[random.Next(s_bytes.Length)]),
        2 when body.Length > 0 => Splice(body, random.Next(body.Length), 1, [(byte)random.Next(256)]),
        3 when random.Next(3) == 0 => Whole(body),
        _ => Values(body),
    };

    private byte[] Whole(byte[] body) => random.Next(10) switch
    {
        0 => [],
        1 => "  \n"u8.ToArray(),
        2 => "null"u8.ToArray(),
        3 => Encoding.UTF8.GetBytes(MutationValues.Any(random)),
        4 => [.. "["u8, .. body, .. "]"u8],
        5 => [.. "{\"a\":"u8, .. body, .. "}"u8],
        6 => [.. body, .. body],
        7 => [.. body, .. " and more"u8],
        8 => [.. Encoding.UTF8.Preamble, .. body],
        _ => [.. "/* c */"u8, .. body, .. "\n"u8],
    };

    private byte[] Values(byte[] body)
    {
        List<Place> places = Places(body);
        if (places.Count == 0)
        {
            return Splice(body, random.Next(body.Length + 1), 0, Encoding.UTF8.GetBytes(MutationValues.Any(random)));
        }

        Place place = places[random.Next(places.Count)], other = places[random.Next(places.Count)];
        string text = Encoding.UTF8.GetString(body[place.Start..place.End]);
        return random.Next(8) switch
        {
            0 => Put(body, place, $"[{text}]"),
            1 => Put(body, place, JsonSerializer.Serialize(text)),
            2 => Put(body, place, Encoding.UTF8.GetString(body[other.Start..other.End])),
            3 => Remove(body, place),
            4 when place.Name >= 0 => Splice(
                body, place.Name, 0, Encoding.UTF8.GetBytes($"\"{MutationValues.Name(random)}\":{MutationValues.Any(random)},")),
            5 when place.Name >= 0 => Splice(body, place.End, 0,
                [.. ","u8, .. body[place.Name..place.Start], .. Encoding.UTF8.GetBytes(MutationValues.Any(random))]),
            6 when place.Name >= 0 => Splice(
                body, place.Name, place.Start - place.Name, Encoding.UTF8.GetBytes($"\"{MutationValues.Name(random)}\":")),
            _ => Put(body, place, MutationValues.Any(random)),
        };
    }

    private static byte[] Put(byte[] body, Place place, string text) =>
        Splice(body, place.Start, place.End - place.Start, Encoding.UTF8.GetBytes(text));

    private static byte[] Remove(byte[] body, Place place)
    {
        int start = place.Name < 0 ? place.Start : place.Name, end = place.End;
        if (end < body.Length && body[end] == ',')
        {
            end++;
        }
        else if (start > 0 && body[start - 1] == ',')
        {
            start--;
        }

        return Splice(body, start, end - start, []);
    }

    private static byte[] Splice(byte[] body, int start, int length, byte[] insert) =>
        [.. body.AsSpan(0, start), .. insert, .. body.AsSpan(start + length)];

    /// <summary>Where the values stand; none if the document is not JSON.</summary>
    private static List<Place> Places(byte[] body)
    {
        var places = new List<Place>();
        var open = new Stack<(int Start, int Name)>();
        var reader = new Utf8JsonReader(body);
        int name = -1;
        try
        {
            while (reader.Read())
            {
                (int start, int end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = start;
                    continue;
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    open.Push((start, name));
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    (int first, int own) = open.Pop();
                    places.Add(new Place(first, end, own));
                }
                else
                {
                    places.Add(new Place(start, end, name));
                }

                name = -1;
            }

            return places;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>A value, and where the name of its member begins, or -1.</summary>
    private readonly record struct Place(int Start, int End, int Name);
}
