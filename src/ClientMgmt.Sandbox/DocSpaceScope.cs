namespace ClientMgmt.Sandbox;

/// <summary>An entry of the scope catalogue of a DocSpace portal.</summary>
/// <param name="Name">The scope name.</param>
/// <param name="Group">The group that the scope belongs to.</param>
/// <param name="Type">The kind of access: read, write or openid.</param>
public sealed record DocSpaceScope(string Name, string Group, string Type);
