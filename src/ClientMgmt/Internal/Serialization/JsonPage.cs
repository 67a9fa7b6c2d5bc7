using System.Text.Json;

namespace ClientMgmt.Serialization;

/// <summary>The base of the generated types that are a page of a list.</summary>
/// <param name="list">The name of the member that holds the list.</param>
internal abstract class JsonPage(string list) : IAnswer
{
    /// <summary>What the page holds, each entry in memory of its own: one that is kept does not keep the page.</summary>
    public IReadOnlyList<WireObject> Items { get; private set; } = [];

    /// <summary>Everything but the list.</summary>
    public WireObject Json { get; private set; } = WireObject.Empty;

    public void Read(JsonElement json)
    {
        Json = new WireObject(WireObject.Members(json).Where(m => m.Key != list));
        Items = [.. WireValues.Items(WireObject.Find(json, list)).Select(item => new WireObject(item))];
    }
}
