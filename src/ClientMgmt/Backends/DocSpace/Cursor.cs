namespace ClientMgmt.DocSpace;

/// <summary>Where a page begins. Times are passed back as the text they came in: .NET would round them.</summary>
internal sealed record Cursor(string? ClientId, string? Time, int? Page = null);
