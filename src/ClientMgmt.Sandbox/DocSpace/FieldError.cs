namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>One entry of errors[].</summary>
internal sealed record FieldError(string Field, string Code, string Message);
