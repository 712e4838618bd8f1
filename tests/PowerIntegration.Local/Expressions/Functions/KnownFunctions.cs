namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>All functions of the language that this runtime supports.</summary>
internal static class KnownFunctions
{
    /// <summary>The functions, made once.</summary>
    public static FunctionTable Table { get; } = Register(new FunctionTable());

    private static FunctionTable Register(FunctionTable table)
    {
        LogicFunctions.Register(table);
        TextFunctions.Register(table);
        CollectionFunctions.Register(table);
        SetFunctions.Register(table);
        PropertyFunctions.Register(table);
        MathFunctions.Register(table);
        NumberFunctions.Register(table);
        ConversionFunctions.Register(table);
        DataUriFunctions.Register(table);
        XmlFunctions.Register(table);
        UriFunctions.Register(table);
        DateFunctions.Register(table);
        TimeZoneFunctions.Register(table);
        WorkflowFunctions.Register(table);
        return table;
    }
}
