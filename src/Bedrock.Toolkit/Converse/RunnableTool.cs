namespace Bedrock.Toolkit.Converse;

/// <summary>A tool that the model may call, with the function that runs it. Immutable; thread-safe when the function is.</summary>
public sealed partial class RunnableTool
{
    private readonly Func<ToolUseBlock, CancellationToken, Task<ToolResultBlock>> _run;

    /// <summary>Declares a tool with a function that sees the call and makes the answer.</summary>
    /// <param name="specification">Name, description and schema.</param>
    /// <param name="run">Runs the tool; may run for several calls at the same time.</param>
    public RunnableTool(ToolSpecification specification, Func<ToolUseBlock, CancellationToken, Task<ToolResultBlock>> run)
    {
        ArgumentNullException.ThrowIfNull(specification);
        ArgumentNullException.ThrowIfNull(run);
        Specification = specification;
        _run = run;
    }

    /// <summary>Name, description and schema, as the request has them.</summary>
    public ToolSpecification Specification { get; }

    /// <summary>The name by which the model calls it.</summary>
    public string Name => Specification.Name;

    /// <summary>Declares a tool whose input is a type and whose answer is a text.</summary>
    /// <typeparam name="TInput">The input; its schema comes from the metadata.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputTypeInfo">The input's metadata, from your own JSON context.</param>
    /// <param name="run">Runs the tool; may run for several calls at the same time.</param>
    /// <returns>The tool.</returns>
    public static RunnableTool Create<TInput>(
        string name, string? description, JsonTypeInfo<TInput> inputTypeInfo, Func<TInput, CancellationToken, Task<string>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new RunnableTool(
            Specify(name, description, ToolInputSchema.For(inputTypeInfo)),
            async (call, cancellationToken) => ToolResultBlock.For(call, await run(InputOf(call, inputTypeInfo), cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>Declares a tool whose input and answer are types.</summary>
    /// <typeparam name="TInput">The input; its schema comes from the metadata.</typeparam>
    /// <typeparam name="TOutput">The answer; some models want an object, so wrap lists and plain values.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputTypeInfo">The input's metadata, from your own JSON context.</param>
    /// <param name="outputTypeInfo">The answer's metadata, from your own JSON context.</param>
    /// <param name="run">Runs the tool; may run for several calls at the same time.</param>
    /// <returns>The tool.</returns>
    public static RunnableTool Create<TInput, TOutput>(
        string name, string? description, JsonTypeInfo<TInput> inputTypeInfo, JsonTypeInfo<TOutput> outputTypeInfo,
            Func<TInput, CancellationToken, Task<TOutput>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(outputTypeInfo);
        return new RunnableTool(
            Specify(name, description, ToolInputSchema.For(inputTypeInfo)),
            async (call, cancellationToken) =>
                ToolResultBlock.For(call, await run(InputOf(call, inputTypeInfo), cancellationToken).ConfigureAwait(false), outputTypeInfo));
    }

    /// <summary>Declares a tool with a JSON schema, which is sent whole and as it is.</summary>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="inputSchema">A JSON schema of type object.</param>
    /// <param name="run">Runs the tool on the input as the model wrote it; may run for several calls at the same time.</param>
    /// <returns>The tool.</returns>
    public static RunnableTool Create(string name, string? description, JsonElement inputSchema, Func<JsonElement, CancellationToken, Task<JsonElement>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new RunnableTool(
            Specify(name, description, new JsonToolInputSchema(inputSchema)),
            async (call, cancellationToken) =>
                ToolResultBlock.For(call, new ToolResultJson(Replay.Wrap(await run(call.Input, cancellationToken).ConfigureAwait(false)))));
    }

    /// <summary>Runs the tool for one call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels the tool.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="JsonException">The input does not fit the tool's type.</exception>
    public Task<ToolResultBlock> RunAsync(ToolUseBlock call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _run(call, cancellationToken);
    }

    private static ToolSpecification Specify(string name, string? description, ToolInputSchema schema) =>
        new() { Name = name, Description = description, InputSchema = schema };

    private static TInput InputOf<TInput>(ToolUseBlock call, JsonTypeInfo<TInput> typeInfo) =>
        call.InputAs(typeInfo) ?? throw new JsonException("The input is the JSON null.", "$", null, null);
}
