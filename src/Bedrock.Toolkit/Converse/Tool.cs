namespace Bedrock.Toolkit.Converse;

public abstract partial class Tool
{
    /// <summary>A tool of your own.</summary>
    /// <param name="toolSpec">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(toolSpec))]
    public static implicit operator Tool?(ToolSpecification? toolSpec) => toolSpec is null ? null : new SpecifiedTool(toolSpec);

    /// <summary>A tool that the service runs itself.</summary>
    /// <param name="systemTool">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(systemTool))]
    public static implicit operator Tool?(SystemTool? systemTool) => systemTool is null ? null : new BuiltInTool(systemTool);

    /// <summary>A cache point behind the tools before it.</summary>
    /// <param name="cachePoint">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(cachePoint))]
    public static implicit operator Tool?(CachePointBlock? cachePoint) => cachePoint is null ? null : new ToolCachePoint(cachePoint);

    /// <summary>A tool of your own with a JSON schema, which is sent whole and as it is.</summary>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputSchema">A JSON schema of type object.</param>
    /// <returns>The tool.</returns>
    public static Tool Create(string name, string? description, JsonElement inputSchema) =>
        new SpecifiedTool(new ToolSpecification { Name = name, Description = description, InputSchema = new JsonToolInputSchema(inputSchema) });

    /// <summary>A tool of your own whose input is a type.</summary>
    /// <typeparam name="T">The input. <see cref="System.ComponentModel.DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The tool.</returns>
    public static Tool Create<T>(string name, string? description, JsonTypeInfo<T> inputTypeInfo) => Create(name, description, JsonSchemas.Of(inputTypeInfo));

    /// <summary>A tool of your own whose input is a type found by reflection.</summary>
    /// <typeparam name="T">The input. <see cref="System.ComponentModel.DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <returns>The tool.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static Tool Create<T>(string name, string? description) => Create(name, description, ReflectionJson.TypeInfo<T>());
}

public abstract partial class ToolInputSchema
{
    /// <summary>A JSON schema.</summary>
    /// <param name="json">The schema.</param>
    public static implicit operator ToolInputSchema(JsonElement json) => new JsonToolInputSchema(json);

    /// <summary>The schema of a type.</summary>
    /// <typeparam name="T">The input of the tool.</typeparam>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The schema.</returns>
    public static ToolInputSchema For<T>(JsonTypeInfo<T> inputTypeInfo) => new JsonToolInputSchema(JsonSchemas.Of(inputTypeInfo));

    /// <summary>The schema of a type, found by reflection.</summary>
    /// <typeparam name="T">The input of the tool.</typeparam>
    /// <returns>The schema.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static ToolInputSchema For<T>() => For(ReflectionJson.TypeInfo<T>());
}

public abstract partial class ToolChoice
{
    /// <summary>The model decides whether it calls tools. A new object at each access.</summary>
    public static ToolChoice Auto => new ToolChoiceAuto(new AutoToolChoice());

    /// <summary>The model must call one of the tools. A new object at each access.</summary>
    public static ToolChoice Any => new ToolChoiceAny(new AnyToolChoice());

    /// <summary>The model must call one certain tool.</summary>
    /// <param name="name">The name of the tool.</param>
    /// <returns>The choice.</returns>
    public static ToolChoice For(string name) => new ToolChoiceTool(new SpecificToolChoice { Name = name });
}

public sealed partial class ToolUseBlock
{
    /// <summary>Whether the call may be run.</summary>
    /// <param name="stopReason">How the answer ended that the call stands in; null when nothing tells it, which counts as an ordinary end.</param>
    /// <returns><see cref="ToolCallState.Runnable"/>, or why not.</returns>
    public ToolCallState StateIn(StopReason? stopReason) => stopReason?.Value switch
    {
        _ when Type == ToolUseType.ServerToolUse => ToolCallState.OfService,
        null or "tool_use" or "end_turn" or "stop_sequence" => Input.ValueKind == JsonValueKind.Object ? ToolCallState.Runnable : ToolCallState.NoObject,
        "max_tokens" or "model_context_window_exceeded" => ToolCallState.Cut,
        "guardrail_intervened" or "content_filtered" => ToolCallState.Blocked,
        "malformed_tool_use" or "malformed_model_output" => ToolCallState.Malformed,
        _ => ToolCallState.Unknown,
    };

    /// <summary>The input as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type, or is no JSON at all because the stream was cut or the model wrote something
    /// else; <see cref="Input"/> keeps it.</exception>
    public T? InputAs<T>(JsonTypeInfo<T> typeInfo) => Input.Deserialize(typeInfo);

    /// <summary>The input as a type of your own, whose members are found by reflection.</summary>
    /// <typeparam name="T">The type; members in camel case, enumerations as their names.</typeparam>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type.</exception>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public T? InputAs<T>() => InputAs(ReflectionJson.TypeInfo<T>());
}

public sealed partial class ToolResultBlock
{
    /// <summary>The answer to a call, as text or blocks.</summary>
    /// <param name="call">The call.</param>
    /// <param name="content">The answer.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock For(ToolUseBlock call, params ReadOnlySpan<ToolResultContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new() { ToolUseId = call.ToolUseId, Content = [.. content] };
    }

    /// <summary>The answer to a call, as JSON of a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="answer">The answer. What is no JSON object goes as the member <c>result</c> of one: the service wants an object.</param>
    /// <param name="typeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock For<T>(ToolUseBlock call, T answer, JsonTypeInfo<T> typeInfo) =>
        For(call, new ToolResultJson(Replay.Wrap(answer is JsonElement json ? json : JsonSerializer.SerializeToElement(answer, typeInfo))));

    /// <summary>Tells the model that a call failed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="message">What the model should know of the failure; no secrets.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock Failed(ToolUseBlock call, string message)
    {
        ToolResultBlock result = For(call, new ToolResultText(message));
        result.Status = ToolResultStatus.Error;
        return result;
    }
}

public abstract partial class ToolResultContentBlock
{
    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ToolResultContentBlock?(string? text) => text is null ? null : new ToolResultText(text);

    /// <summary>JSON.</summary>
    /// <param name="json">Any value.</param>
    public static implicit operator ToolResultContentBlock(JsonElement json) => new ToolResultJson(json);

    /// <summary>An image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ToolResultContentBlock?(ImageBlock? image) => image is null ? null : new ToolResultImage(image);

    /// <summary>An image in an answer.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no image that Converse takes.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ToolResultContentBlock?(BedrockImage? image) => image is null ? null : new ToolResultImage(MediaBlocks.Image(image.Bytes));

    /// <summary>A document.</summary>
    /// <param name="document">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(document))]
    public static implicit operator ToolResultContentBlock?(DocumentBlock? document) => document is null ? null : new ToolResultDocument(document);

    /// <summary>A video.</summary>
    /// <param name="video">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(video))]
    public static implicit operator ToolResultContentBlock?(VideoBlock? video) => video is null ? null : new ToolResultVideo(video);

    /// <summary>A search result.</summary>
    /// <param name="searchResult">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(searchResult))]
    public static implicit operator ToolResultContentBlock?(SearchResultBlock? searchResult) =>
        searchResult is null ? null : new ToolResultSearchResult(searchResult);
}
