using PowerIntegration.Sandbox.App.Definitions;

namespace PowerIntegration.Sandbox.App.Charts;

/// <summary>A chart, ready to be drawn: a figure for each part, and the same figures as a table.</summary>
/// <param name="Id">Id of the chart on its page.</param>
/// <param name="Name">What people read.</param>
/// <param name="Category">What the parts are.</param>
/// <param name="Measures">What the figures are.</param>
/// <param name="Parts">The parts, in the order of the chart.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Problem">Why there is none; null where nothing is wrong.</param>
public sealed record ChartModel(
    string Id,
    string Name,
    string Category,
    IReadOnlyList<string> Measures,
    IReadOnlyList<ChartPart> Parts,
    ChartKind Kind,
    string? Problem
);

/// <summary>A part of a chart.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Figures">Its figures, one for each measure.</param>
public sealed record ChartPart(string Label, IReadOnlyList<ChartFigure> Figures);

/// <summary>A figure of a part.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Text">What people read.</param>
public sealed record ChartFigure(decimal Value, string Text);
