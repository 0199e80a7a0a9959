namespace Bedrock.Toolkit.Converse;

/// <summary>How a model is made to answer in the form of a type.</summary>
public enum StructuredOutputMode
{
    /// <summary>By what is known of the model; <c>docs/converse.md</c> has the table.</summary>
    Auto,

    /// <summary>By the service's own output format (<c>outputConfig.textFormat</c>): the answer follows the schema. Some models refuse it.</summary>
    NativeFormat,

    /// <summary>By a tool that the model must call. Clashes with thinking.</summary>
    ForcedTool,

    /// <summary>By a tool that the model may call, and a line in the system prompt that asks for it: for models that cannot be forced, and with
    /// thinking.</summary>
    OfferedTool,
}
