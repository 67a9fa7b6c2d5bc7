using System;
using System.IO;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Writes a README for a gallery, where no file stands beside it: its links lead into the repository, or are plain words.</summary>
public sealed class GalleryReadme : Task
{
    [Required]
    public string Source { get; set; }

    [Required]
    public string Target { get; set; }

    /// <summary>The folder of the source at the present commit of the public repository; empty where there is none.</summary>
    public string Address { get; set; }

    public override bool Execute()
    {
        var target = string.IsNullOrEmpty(Address) ? "$1" : $"[$1]({Address}/$2)";
        File.WriteAllText(Target, Regex.Replace(File.ReadAllText(Source), @"\[([^\]]+)\]\((?!https?:|#)([^)]+)\)", target));
        return true;
    }
}
