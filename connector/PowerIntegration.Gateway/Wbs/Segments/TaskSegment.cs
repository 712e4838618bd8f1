using PowerIntegration.Domain.Wbs.Segments;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>The segment of a project that carries the Oracle task.</summary>
/// <param name="ProjectId">Procore's id of the project.</param>
/// <param name="Id">Procore's id of the segment.</param>
/// <param name="Name">Its name.</param>
/// <param name="Delimiter">What stands between the segments of a code; empty where it is not known.</param>
/// <param name="Shape">What it takes.</param>
internal sealed record TaskSegment(string ProjectId, long Id, string Name, string Delimiter, SegmentShape Shape);
