using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Setting a lookup needs Append on the row that holds it and AppendTo on the table it points to.</summary>
internal static class AppendCheck
{
    public static void Require(Platform platform, MessageCall call)
    {
        foreach (var (name, value) in call.Target.Attributes)
        {
            if (
                value is EntityReference reference
                && call.Table!.Find(name)?.Kind == ColumnKind.Lookup
                && platform.Model.FindTable(reference.LogicalName) is { } referenced
            )
            {
                platform.Privileges.Require(call.Caller.UserId, "Append", call.Table);
                platform.Privileges.Require(call.Caller.UserId, "AppendTo", referenced);
            }
        }
    }
}
