using System.ComponentModel.DataAnnotations;

namespace PowerIntegration.Gateway.Callers;

/// <summary>How often one caller may use what costs Procore and Oracle much and moves no money.</summary>
public sealed class CallerLimitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Limits";

    /// <summary>Most detections of changes a minute.</summary>
    /// <value>Default 12; the shipped flow needs one in five minutes.</value>
    [Range(1, 1000, ErrorMessage = "Limits:DetectPerMinute must be 1 to 1000.")]
    public int DetectPerMinute { get; set; } = 12;

    /// <summary>Most lists a minute: projects, commitments and tasks together.</summary>
    /// <value>Default 60.</value>
    [Range(1, 1000, ErrorMessage = "Limits:ListsPerMinute must be 1 to 1000.")]
    public int ListsPerMinute { get; set; } = 60;
}
