namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The user that a credential stands for.</summary>
internal sealed record Caller(string UserId, string Email, DocSpaceRole Role);
