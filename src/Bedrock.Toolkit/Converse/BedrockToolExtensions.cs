using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit;

/// <summary>Conversations in which tools are run for the model. Stateless and thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/tool-use.html</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockToolExtensions
{
    /// <summary>Sends a conversation to a model, runs the tools that it asks for, and goes on until it stops asking.</summary>
    /// <remarks>
    /// Calls of one turn run at the same time and their answers travel in one message. A tool that throws, and a call that fits no tool, become
    /// error results: the model can try again. A choice that forces a tool counts for the first round only. Calls of an answer that was cut or
    /// blocked are not run.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request; it stays as it is. Tools that it does not declare are added to it.</param>
    /// <param name="tools">The tools.</param>
    /// <param name="loop">How tools are run; at most 10 rounds, in parallel, when null.</param>
    /// <param name="options">Settings of every call; guardrail, latency, service tier and request metadata go into the body.</param>
    /// <param name="cancellationToken">Cancels calls and tools.</param>
    /// <returns>The last answer, with the whole conversation.</returns>
    /// <exception cref="BedrockToolRoundsException">The model still asked for tools when the limit on rounds was reached.</exception>
    /// <exception cref="ArgumentException">The request would surely be refused, or two tools have one name; the message names the member and the
    /// rule.</exception>
    /// <exception cref="BedrockException">A call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<ToolLoopResult> ConverseWithToolsAsync(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        IEnumerable<RunnableTool> tools,
        ToolLoopOptions? loop = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Loop(client, model, tools, loop, options).RunAsync(request, cancellationToken);
    }

    /// <inheritdoc cref="ConverseWithToolsAsync(IBedrockClient, ModelId, ConverseRequest, IEnumerable{RunnableTool}, ToolLoopOptions, InvokeOptions,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ToolLoopResult> ConverseWithToolsAsync(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        IEnumerable<RunnableTool> tools,
        CancellationToken cancellationToken) =>
        client.ConverseWithToolsAsync(model, request, tools, null, null, cancellationToken);

    /// <summary>Sends a conversation to a model, runs the one tool for it, and goes on until it stops asking; at most 10 rounds.</summary>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request; it stays as it is. The tool is added to it.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="cancellationToken">Cancels calls and the tool.</param>
    /// <returns>The last answer, with the whole conversation.</returns>
    /// <exception cref="BedrockToolRoundsException">The model still asked for the tool when the limit on rounds was reached.</exception>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">A call failed; the subclasses tell how.</exception>
    public static Task<ToolLoopResult> ConverseWithToolsAsync(
        this IBedrockClient client, ModelId model, ConverseRequest request, RunnableTool tool, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return client.ConverseWithToolsAsync(model, request, [tool], null, null, cancellationToken);
    }

    /// <inheritdoc cref="ConverseWithToolsAsync(IBedrockClient, ModelId, ConverseRequest, RunnableTool, CancellationToken)"/>
    public static Task<ToolLoopResult> ConverseWithToolsAsync(this IBedrockClient client, ModelId model, ConverseRequest request, RunnableTool tool) =>
        client.ConverseWithToolsAsync(model, request, tool, CancellationToken.None);

    /// <summary>As <c>ConverseWithToolsAsync</c>, piece by piece (ConverseStream): for a chat that shows the answer while it is written.</summary>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request; it stays as it is. Tools that it does not declare are added to it.</param>
    /// <param name="tools">The tools.</param>
    /// <param name="loop">How tools are run; at most 10 rounds, in parallel, when null.</param>
    /// <param name="options">Settings of every call.</param>
    /// <param name="cancellationToken">Cancels calls and tools.</param>
    /// <returns>The events of all answers; at the end <see cref="ToolLoopStream.Result"/> has the conversation. Nothing is sent before it is enumerated;
    /// the enumeration throws what <c>ConverseWithToolsAsync</c> throws.</returns>
    /// <exception cref="ArgumentException">Two tools have one name, or the limit of rounds is less than 1.</exception>
    public static ToolLoopStream ConverseStreamWithToolsAsync(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        IEnumerable<RunnableTool> tools,
        ToolLoopOptions? loop = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ToolLoopStream(Loop(client, model, tools, loop, options), request, cancellationToken);
    }

    /// <inheritdoc cref="ConverseStreamWithToolsAsync(IBedrockClient, ModelId, ConverseRequest, IEnumerable{RunnableTool}, ToolLoopOptions, InvokeOptions,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static ToolLoopStream ConverseStreamWithToolsAsync(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        IEnumerable<RunnableTool> tools,
        CancellationToken cancellationToken) =>
        client.ConverseStreamWithToolsAsync(model, request, tools, null, null, cancellationToken);

    private static ToolLoop Loop(IBedrockClient client, ModelId model, IEnumerable<RunnableTool> tools, ToolLoopOptions? loop, InvokeOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(tools);
        loop ??= new ToolLoopOptions();
        return loop.MaxRounds >= 1 ? new ToolLoop(client, model, tools, loop, options)
            : throw new ArgumentException("ToolLoopOptions.MaxRounds must be 1 or more.", nameof(loop));
    }
}
