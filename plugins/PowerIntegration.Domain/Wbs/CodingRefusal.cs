using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>The sentence of each fault: the record, the code, the value, and who can mend it.</summary>
internal sealed class CodingRefusal(string subject, SegmentCodes codes, WbsMapping mapping, CalendarDate asOf, CodeUse use)
{
    /// <summary>The refusal of a fault.</summary>
    public Refusal Of(CodingFault fault, CodeDecision decision)
    {
        var coding = decision.Coding;
        return fault switch
        {
            CodingFault.NoRow => Unmapped(),
            CodingFault.TwoRows => Ambiguous(decision.Match.Rules),
            CodingFault.TransactionControl => Controlled(coding!),
            CodingFault.TypeInactive => TypeInactive(coding!),
            CodingFault.TypeClass => TypeClass(coding!),
            CodingFault.Organization => Organization(coding!),
            CodingFault.BusinessUnit => BusinessUnit(coding!),
            _ => coding!.TaskNumber.Length == 0 ? WithoutTask() : OfTask(fault, coding.TaskNumber),
        };
    }

    private Refusal Unmapped() =>
        new(
            WbsReasons.WbsUnmapped,
            $"{subject}: {codes} has no mapping to a task of Oracle project {mapping.ProjectNumber} on {asOf}. "
                + $"Ask the mapping administrator to add a mapping for {Codes()}, then retry the document."
        );

    private Refusal WithoutTask() =>
        new(
            WbsReasons.WbsUnmapped,
            $"{subject}: {codes} has no mapping with an Oracle task. Ask the mapping administrator to add a mapping for {Codes()}."
        );

    private Refusal Ambiguous(IEnumerable<WbsMappingRule> rules) =>
        new(
            WbsReasons.WbsAmbiguous,
            $"{subject}: mapping rules {string.Join(" and ", rules.Select(rule => rule.Key))} match {codes} equally on {asOf}. "
                + "Ask the mapping administrator to end all but one."
        );

    private Refusal OfTask(CodingFault fault, string number)
    {
        var where = $"{subject}: task {number}";
        return fault switch
        {
            CodingFault.TaskMissing => new(
                WbsReasons.TaskUnknown,
                $"{where} does not exist in Oracle project {mapping.ProjectNumber}. "
                    + "Ask the mapping administrator to correct the mapping or to refresh the tasks from Oracle."
            ),
            CodingFault.SummaryTask => new(
                WbsReasons.TaskNotLowestLevel,
                $"{where} of Oracle project {mapping.ProjectNumber} has subtasks. "
                    + "Ask the mapping administrator to map the code to a lowest-level task."
            ),
            CodingFault.NotChargeable => new(
                WbsReasons.TaskNotChargeable,
                $"{where} of Oracle project {mapping.ProjectNumber} is not chargeable. "
                    + "Ask the mapping administrator to map the code to a chargeable task."
            ),
            _ => NotOpen(where, mapping.Tasks[number]!),
        };
    }

    private Refusal NotOpen(string where, ProjectTask task) =>
        new(
            WbsReasons.TaskNotOpen,
            $"{where} of Oracle project {mapping.ProjectNumber} is open from {task.Start?.ToString() ?? "(no start date)"} to "
                + $"{task.Finish?.ToString() ?? "(no finish date)"}, not on {asOf}. "
                + "Change its dates in Oracle, or ask the mapping administrator to map the code to another task."
        );

    private Refusal Controlled(TaskCoding coding) =>
        new(
            WbsReasons.TransactionControl,
            $"{subject}: a transaction control of Oracle project {mapping.ProjectNumber} forbids {coding.ExpenditureType} "
                + $"on task {coding.TaskNumber} on {asOf}. Change the control in Oracle, or ask the mapping administrator to map {Codes()} "
                + "to another task or expenditure type."
        );

    private Refusal TypeInactive(TaskCoding coding) =>
        new(
            WbsReasons.TypeInactive,
            $"{subject}: expenditure type '{coding.ExpenditureType}' is not active in Oracle on {asOf}. "
                + $"Ask the mapping administrator to map {Codes()} to an active expenditure type."
        );

    private Refusal TypeClass(TaskCoding coding) =>
        new(
            WbsReasons.TypeClass,
            $"{subject}: expenditure type '{coding.ExpenditureType}' cannot be used for {use.NeededClass} in Oracle. "
                + $"Ask the mapping administrator to map {Codes()} to an expenditure type of that class."
        );

    private Refusal Organization(TaskCoding coding) =>
        new(
            WbsReasons.Organization,
            coding.ExpenditureOrganization.Length == 0
                ? $"{subject}: the business unit of the vendor's contract has no default organization. "
                    + $"Ask the mapping administrator to enter one, or to name an organization in the mapping of {Codes()}."
                : $"{subject}: organization '{coding.ExpenditureOrganization}' owns no expenditures in Oracle on {asOf}. "
                    + $"Ask the mapping administrator to map {Codes()} to another organization."
        );

    private Refusal BusinessUnit(TaskCoding coding) =>
        new(
            WbsReasons.BusinessUnit,
            $"{subject}: organization '{coding.ExpenditureOrganization}' is not in the business unit of Oracle project {mapping.ProjectNumber} "
                + $"('{mapping.BusinessUnit}'), and the project takes no cost of other units. "
                + $"Allow cross-charge in Oracle, or ask the mapping administrator to map {Codes()} to an organization of the project's unit."
        );

    private string Codes() => $"{Code(codes.CostCode, "cost code")} / {Code(codes.CostType, "cost type")}";

    private static string Code(string? code, string name) => string.IsNullOrEmpty(code) ? $"(no {name})" : code!;
}
