using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Runs the tools that a model asks for, until it stops asking. Used for one conversation.</summary>
internal sealed class ToolLoop
{
    private readonly IBedrockClient _client;
    private readonly ModelId _model;
    private readonly Dictionary<string, RunnableTool> _tools = new(StringComparer.Ordinal);
    private readonly ToolLoopOptions _loop;
    private readonly InvokeOptions? _options;
    private readonly Replay _replay;
    private readonly List<ConverseResponse> _responses = [];
    private ConverseRequest _conversation = new();

    public ToolLoop(IBedrockClient client, ModelId model, IEnumerable<RunnableTool> tools, ToolLoopOptions loop, InvokeOptions? options)
    {
        _client = client;
        _model = model;
        _loop = loop;
        _options = options;
        _replay = new Replay(ModelRules.For(model, options?.Rules));
        foreach (RunnableTool tool in tools)
        {
            ArgumentNullException.ThrowIfNull(tool, nameof(tools));
            if (!_tools.TryAdd(tool.Name, tool))
            {
                throw new ArgumentException($"There are two tools '{tool.Name}'.", nameof(tools));
            }
        }
    }

    /// <summary>The result, once the model has stopped asking.</summary>
    public ToolLoopResult? Result { get; private set; }

    public async Task<ToolLoopResult> RunAsync(ConverseRequest request, CancellationToken cancellationToken)
    {
        Begin(request);
        do
        {
            ConverseResponse response = await _client.ConverseAsync(_model, _conversation, _options, cancellationToken).ConfigureAwait(false);
            await TakeAsync(response, "Converse", cancellationToken).ConfigureAwait(false);
        }
        while (Result is null);
        return Result;
    }

    public async IAsyncEnumerable<ConverseStreamEvent> StreamAsync(
        ConverseRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Begin(request);
        do
        {
            var stream = _client.ConverseStreamAsync(_model, _conversation, _options, cancellationToken).KeepResponse();
            await foreach (ConverseStreamEvent streamEvent in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return streamEvent;
            }

            await TakeAsync(stream.Response, "ConverseStream", cancellationToken).ConfigureAwait(false);
        }
        while (Result is null);
    }

    private void Begin(ConverseRequest request)
    {
        _conversation = request.Clone();
        Declare(_conversation);
    }

    /// <summary>Adds an answer and, unless it is the last one, what its tools gave.</summary>
    private async Task TakeAsync(ConverseResponse response, string operation, CancellationToken cancellationToken)
    {
        _responses.Add(response);
        _loop.OnResponse?.Invoke(response);
        if (!WantsTools(response))
        {
            Add(_conversation, response);
            Result = new ToolLoopResult(response, _conversation, _responses);
            return;
        }

        if (_responses.Count > _loop.MaxRounds)
        {
            throw new BedrockToolRoundsException(
                $"The model asked for tools again after {_loop.MaxRounds} rounds (ToolLoopOptions.MaxRounds); Conversation has all of it.", _conversation,
                    response)
            {
                Operation = operation,
                ModelId = _model.Value,
                RequestId = response.Metadata?.RequestId,
                Attempts = response.Metadata?.Attempts ?? 0,
            };
        }

        ToolResultBlock[] results = await RunAsync(response.ToolCalls, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ToolUseBlock> calls = Add(_conversation, response);
        _conversation.Messages.Add(Message.ToolResults(results.Select((result, i) => _replay.Result(result, string.Empty, calls[i].ToolUseId))));
        Release(_conversation);
    }

    // A call that is no object is told to the model, which can call again; one that was cut or blocked ends the loop.
    private static bool WantsTools(ConverseResponse response) =>
        response.ToolCalls.Any(call => call.StateIn(response.StopReason) is ToolCallState.Runnable or ToolCallState.NoObject);

    private IReadOnlyList<ToolUseBlock> Add(ConverseRequest conversation, ConverseResponse response)
    {
        if (_replay.Turn(response.Message, string.Empty) is not { } turn)
        {
            return [];
        }

        conversation.Messages.Add(turn);
        return turn.ToolCalls;
    }

    // A model that is forced to call a tool would call one for ever: after the first round it is free.
    private static void Release(ConverseRequest conversation)
    {
        if (conversation.ToolConfig?.ToolChoice is ToolChoiceAny or ToolChoiceTool)
        {
            conversation.ToolConfig.ToolChoice = ToolChoice.Auto;
        }
    }

    private void Declare(ConverseRequest conversation)
    {
        conversation.ToolConfig ??= new ToolConfiguration { Tools = [] };
        HashSet<string> declared = [.. conversation.ToolConfig.Tools.OfType<SpecifiedTool>().Select(tool => tool.ToolSpec?.Name).OfType<string>()];
        foreach (RunnableTool tool in _tools.Values.Where(tool => !declared.Contains(tool.Name)))
        {
            conversation.ToolConfig.Tools.Add(tool.Specification);
        }

        if (conversation.ToolConfig.Tools.Count == 0)
        {
            conversation.ToolConfig = null;
        }
    }

    private async Task<ToolResultBlock[]> RunAsync(IReadOnlyList<ToolUseBlock> calls, CancellationToken cancellationToken)
    {
        if (_loop.RunInParallel)
        {
            return await Task.WhenAll(calls.Select(call => RunAsync(call, cancellationToken))).ConfigureAwait(false);
        }

        var results = new ToolResultBlock[calls.Count];
        for (int i = 0; i < calls.Count; i++)
        {
            results[i] = await RunAsync(calls[i], cancellationToken).ConfigureAwait(false);
        }

        return results;
    }

    private async Task<ToolResultBlock> RunAsync(ToolUseBlock call, CancellationToken cancellationToken)
    {
        if (call.StateIn(null) == ToolCallState.NoObject)
        {
            return ToolResultBlock.Failed(call, Replay.NoObject);
        }

        if (!_tools.TryGetValue(call.Name, out RunnableTool? tool))
        {
            return ToolResultBlock.Failed(call, $"There is no tool '{call.Name}'.");
        }

        try
        {
            return await tool.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a tool throws is the model's to know of: it can call again, or say that it cannot answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return ToolResultBlock.Failed(call, Describe(e));
        }
    }

    private string Describe(Exception e)
    {
        if (_loop.DescribeFailure is { } describe)
        {
            return describe(e);
        }

        // The place in the input is the model's own doing, so it may know it.
        return e is JsonException { Path: { } path } ? $"The input does not fit the schema of the tool (at {path})." : $"The tool failed ({e.GetType().Name}).";
    }
}
