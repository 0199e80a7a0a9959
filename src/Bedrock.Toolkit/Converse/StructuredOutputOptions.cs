namespace Bedrock.Toolkit.Converse;

/// <summary>How <c>ConverseAsync&lt;T&gt;</c> asks for an answer in the form of a type. Not thread-safe; read when the call starts.</summary>
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

    /// <summary>The way that these options and what is known of the model give for a request.</summary>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request, whose thinking and citations count.</param>
    /// <param name="rules">What the model takes when its id hides it; null when nothing is known.</param>
    /// <param name="schema">The form, when it is known: maps and recursion choose the tool where the native format has neither.</param>
    /// <returns><see cref="Mode"/>, or what stands for <see cref="StructuredOutputMode.Auto"/>; never <see cref="StructuredOutputMode.Auto"/>.</returns>
    public StructuredOutputMode ChooseMode(ModelId model, ConverseRequest request, Models.ModelRules? rules = null, JsonElement? schema = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        return StructuredOutputSupport.Choose(Mode, Models.ModelRules.For(model, rules), request, schema);
    }

    /// <summary>A request that asks for an answer after a schema, for callers whose schema does not come from a type.</summary>
    /// <remarks>With a tool, the answer is the input of the call to the tool <see cref="Name"/>; with the native format or by prompt it is the text.</remarks>
    /// <param name="request">The request; it stays as it is.</param>
    /// <param name="schema">The JSON schema of an object.</param>
    /// <param name="mode">The way, as <see cref="ChooseMode"/> gives it.</param>
    /// <returns>The request with the form.</returns>
    /// <exception cref="ArgumentException">The mode is <see cref="StructuredOutputMode.Auto"/>, or the request has a tool of this name already.</exception>
    public ConverseRequest Apply(ConverseRequest request, JsonElement schema, StructuredOutputMode mode)
    {
        ArgumentNullException.ThrowIfNull(request);
        ConverseRequest copy = request.ShallowCopy();
        switch (mode)
        {
            case StructuredOutputMode.Auto:
                throw new ArgumentException("The mode must not be Auto: ChooseMode gives the one for a model.", nameof(mode));
            case StructuredOutputMode.NativeFormat:
                copy.OutputConfig = request.OutputConfig?.Clone() ?? new OutputConfig();
                copy.OutputConfig.TextFormat = new OutputFormat
                {
                    Type = OutputFormatType.JsonSchema,
                    Structure = new JsonSchemaDefinition { Schema = schema.GetRawText(), Name = Name, Description = Description },
                };
                return copy;
            case StructuredOutputMode.Prompt:
                copy.System = [.. request.System ?? [], Ask(schema)];
                return copy;
        }

        bool isSole = request.ToolConfig is null;
        copy.ToolConfig = request.ToolConfig?.Clone() ?? new ToolConfiguration { Tools = [] };
        if (copy.ToolConfig.Tools.Any(tool => tool is SpecifiedTool { ToolSpec.Name: var name } && name == Name))
        {
            throw new ArgumentException($"The request has a tool '{Name}' already: set another StructuredOutputOptions.Name.", "options");
        }

        copy.ToolConfig.Tools.Add(Tool.Create(Name, Description ?? "Takes the final answer. Call it once, with the whole answer.", schema));
        if (mode == StructuredOutputMode.ForcedTool)
        {
            // With one tool alone, "any" says the same, and more models take it.
            copy.ToolConfig.ToolChoice = isSole ? ToolChoice.Any : ToolChoice.For(Name);
        }
        else
        {
            copy.System = [.. request.System ?? [], $"Give the final answer by calling the tool {Name}, not as text."];
        }

        return copy;
    }

    /// <summary>The line that asks a model which takes neither a format nor tools.</summary>
    internal static string Ask(JsonElement schema) => $"Answer with one JSON value of this schema and nothing else: {schema.GetRawText()}";
}

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

    /// <summary>By a line that asks for it, with the schema: for models that take neither a format nor tools.</summary>
    Prompt,
}
