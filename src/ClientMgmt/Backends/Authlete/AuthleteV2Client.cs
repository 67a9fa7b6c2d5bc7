namespace ClientMgmt.Authlete;

/// <summary>The generated client of API v2 has the shape of <see cref="IAuthleteApi"/> as it is.</summary>
internal partial class AuthleteV2Client : IAuthleteApi;
