namespace Bedrock.Toolkit.Converse;

/// <summary>How <c>ConverseAsync&lt;T&gt;</c> asks for an answer in the form of a type. Not thread safe; read when the call starts.</summary>
public sealed class StructuredOutputOptions
{
    /// <summary>How the model is made to answer so.</summary>
    /// <value><see cref="StructuredOutputMode.Auto"/> by default.</value>
    public StructuredOutputMode Mode { get; set; }

    /// <summary>The name of the form: of the schema, and of the tool.</summary>
    /// <value>1 to 64 letters, digits, underscores and hyphens; <c>answer</c> by default.</value>
    public string Name { get; set; } = "answer";

    /// <summary>What the form is for.</summary>
    /// <value>Helps the model; a general sentence when null.</value>
    public string? Description { get; set; }
}
