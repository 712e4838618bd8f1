using System.Collections.Frozen;

namespace PowerIntegration.Packer.Verification.Apps.Targets;

/// <summary>Tables that every environment has, so that a solution may refer to them without describing them.</summary>
internal static class PlatformTables
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        "account",
        "activitypointer",
        "annotation",
        "appointment",
        "asyncoperation",
        "audit",
        "businessunit",
        "connection",
        "contact",
        "email",
        "environmentvariabledefinition",
        "environmentvariablevalue",
        "fieldsecurityprofile",
        "importfile",
        "organization",
        "phonecall",
        "plugintracelog",
        "processstage",
        "queue",
        "queueitem",
        "role",
        "solution",
        "systemuser",
        "task",
        "team",
        "transactioncurrency",
        "workflow"
    );

    /// <summary>True for the logical name of one of them.</summary>
    public static bool Has(string logicalName) => Names.Contains(logicalName);
}
