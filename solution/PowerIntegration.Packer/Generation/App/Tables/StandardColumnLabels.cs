using System.Collections.Frozen;

namespace PowerIntegration.Packer.Generation.App.Tables;

/// <summary>Names for people of the columns that the server gives every table; no source describes them.</summary>
internal static class StandardColumnLabels
{
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["createdby"] = "Created by",
        ["createdon"] = "Created on",
        ["modifiedby"] = "Changed by",
        ["modifiedon"] = "Changed on",
        ["ownerid"] = "Owner",
        ["statecode"] = "Status",
        ["statuscode"] = "Status reason",
    }.ToFrozenDictionary();

    /// <summary>The label; the logical name where a form has no use for the column.</summary>
    public static string Of(string column) => Labels.GetValueOrDefault(column, column);
}
