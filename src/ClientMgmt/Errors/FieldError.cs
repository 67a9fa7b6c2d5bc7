namespace ClientMgmt;

/// <summary>What is wrong with one property.</summary>
/// <param name="Name">The standard name, for example <c>redirect_uris</c>, or the vendor's where there is none.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Code">The vendor's own code, where it sent one.</param>
public sealed record FieldError(string Name, string Message, string? Code = null);
