namespace ClientMgmt.Cli.Options;

/// <summary>Reads the description of one client.</summary>
internal interface IClientFileReader
{
    /// <param name="text">The content.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <exception cref="Commands.UsageException">The content is wrong; the message names file and line.</exception>
    ClientFile Read(string text, string name);
}
