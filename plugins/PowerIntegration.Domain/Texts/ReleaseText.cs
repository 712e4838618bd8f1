using PowerIntegration.Domain.ContractBilling.Applications;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads and writes a release of retainage.</summary>
public static class ReleaseText
{
    private enum ReleaseKind
    {
        Total,
        DownTo,
        Everything,
        ByLine,
    }

    /// <summary>Reads it.</summary>
    public static RetainageRelease Read(JsonFields fields)
    {
        RetainageRelease release = fields.Choice<ReleaseKind>("kind") switch
        {
            ReleaseKind.Total => new RetainageRelease.Total(fields.Amount("amount")),
            ReleaseKind.DownTo => new RetainageRelease.DownTo(fields.Amount("held")),
            ReleaseKind.ByLine => new RetainageRelease.ByLine([
                .. fields.Objects("lines", "line").Select(line => new LineRelease(line.Text("line"), line.Amount("amount"))),
            ]),
            _ => new RetainageRelease.Everything(),
        };
        return release with { PunchListHold = fields.OptionalAmount("punchListHold") ?? 0m };
    }

    /// <summary>Writes it; the same release is the same text.</summary>
    public static JsonObject Write(RetainageRelease release)
    {
        var text = release switch
        {
            RetainageRelease.Total total => Of(ReleaseKind.Total).Number("amount", total.Amount),
            RetainageRelease.DownTo downTo => Of(ReleaseKind.DownTo).Number("held", downTo.Held),
            RetainageRelease.ByLine byLine => Of(ReleaseKind.ByLine)
                .Objects("lines", byLine.Lines.Select(line => new JsonObject().Text("line", line.LineId).Number("amount", line.Amount))),
            _ => Of(ReleaseKind.Everything),
        };
        return release.PunchListHold == 0m ? text : text.Number("punchListHold", release.PunchListHold);
    }

    private static JsonObject Of(ReleaseKind kind) => new JsonObject().Choice("kind", kind);
}
