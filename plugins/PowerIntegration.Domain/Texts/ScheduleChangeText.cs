using PowerIntegration.Domain.ContractBilling.Schedule;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads and writes a change of the schedule of values.</summary>
public static class ScheduleChangeText
{
    private enum ChangeKind
    {
        Split,
        Merge,
        Delete,
        Recode,
    }

    /// <summary>Reads it.</summary>
    public static ScheduleChange Read(JsonFields fields) =>
        fields.Choice<ChangeKind>("kind") switch
        {
            ChangeKind.Split => new ScheduleChange.Split(fields.Text("line"), [.. fields.Objects("parts", "line").Select(Part)]),
            ChangeKind.Merge => new ScheduleChange.Merge(fields.Texts("lines"), fields.Text("into"), fields.OptionalText("coding")),
            ChangeKind.Delete => new ScheduleChange.Delete(fields.Text("line"), fields.OptionalChoice<DeletedLine>("treatment")),
            _ => new ScheduleChange.Recode(fields.Text("line"), fields.Text("coding"), fields.Flag("reclassify")),
        };

    /// <summary>Writes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The change is of no kind that is known.</exception>
    public static JsonObject Write(ScheduleChange change) =>
        change switch
        {
            ScheduleChange.Split split => Of(ChangeKind.Split).Text("line", split.LineId).Objects("parts", split.Parts.Select(Write)),
            ScheduleChange.Merge merge => Of(ChangeKind.Merge)
                .Texts("lines", merge.LineIds)
                .Text("into", merge.IntoLineId)
                .Text("coding", merge.Coding),
            ScheduleChange.Delete delete => Of(ChangeKind.Delete).Text("line", delete.LineId).Choice("treatment", delete.Treatment),
            ScheduleChange.Recode recode => Of(ChangeKind.Recode)
                .Text("line", recode.LineId)
                .Text("coding", recode.Coding)
                .Flag("reclassify", recode.Reclassify),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "The change is not known."),
        };

    private static JsonObject Of(ChangeKind kind) => new JsonObject().Choice("kind", kind);

    private static SplitPart Part(JsonFields fields) =>
        new(fields.Text("line"), fields.Amount("scheduledValue"), fields.OptionalAmount("completedToDate"), fields.OptionalText("coding"));

    private static JsonObject Write(SplitPart part) =>
        new JsonObject()
            .Text("line", part.LineId)
            .Number("scheduledValue", part.ScheduledValue)
            .Number("completedToDate", part.Gross)
            .Text("coding", part.Coding);
}
