using System.Text.Json;

namespace ClientMgmt.Serialization;

/// <summary>What the body of an answer is read into; every generated type that is one implements it.</summary>
internal interface IAnswer
{
    /// <summary>Takes what is to be kept of a body, which lives no longer than the call.</summary>
    /// <exception cref="JsonException">It is not what the specification says.</exception>
    void Read(JsonElement json);
}
