namespace ClientMgmt.Tests.Reliability;

/// <summary>How a race ended.</summary>
/// <param name="First">The update of the first writer.</param>
/// <param name="Second">The update of the second writer.</param>
/// <param name="Lost">The numbers of the writers whose value is not stored.</param>
/// <param name="Told">The numbers of the writers whose call failed.</param>
/// <param name="IsWronglyTold">Whether a call succeeded with an answer that does not hold what it was to store.</param>
internal sealed record RaceResult(RaceUpdate First, RaceUpdate Second, string Lost, string Told, bool IsWronglyTold);
