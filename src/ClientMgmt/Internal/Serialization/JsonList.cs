using ClientMgmt.JsonText;
using System.Collections;
using System.Text.Json;

namespace ClientMgmt.Serialization;

/// <summary>An answer that is a bare array; the generated clients take it for a collection.</summary>
internal sealed class JsonList<T> : IAnswer, IEnumerable<T>
    where T : IAnswer, new()
{
    private readonly List<T> _items = [];

    public void Read(JsonElement json)
    {
        // An empty body.
        if (json.ValueKind == JsonValueKind.Object && json.GetPropertyCount() == 0)
        {
            return;
        }

        foreach (JsonElement item in WireValues.Items(json))
        {
            T read = new();
            read.Read(item);
            _items.Add(read);
        }
    }

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
