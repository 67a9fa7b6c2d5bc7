using System.Text.Json;

namespace ClientMgmt.Values;

/// <summary>Makes the value of a standard property, when somebody asks for it, of what a server sent.</summary>
internal abstract class ValueReader
{
    /// <summary>Makes the value.</summary>
    /// <param name="json">What the server sent. It has been looked at before, so that this cannot fail.</param>
    public abstract object? Read(JsonElement json);
}
