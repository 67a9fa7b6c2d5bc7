namespace ClientMgmt.Serialization;

/// <summary>What nswag.json names as the type of an answer that is an array.</summary>
internal sealed class JsonList<T> : List<T>;
