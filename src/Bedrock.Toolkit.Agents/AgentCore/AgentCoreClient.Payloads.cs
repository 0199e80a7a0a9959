using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Streaming;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Agents.AgentCore;

/// <content>The operations whose body is one member and not the whole shape.</content>
public sealed partial class AgentCoreClient
{
    private const int MaxPayloadBytes = 100_000_000;

    /// <summary>Asks an agent in a runtime for its card (GetAgentCard).</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_GetAgentCard.html</remarks>
    /// <param name="request">The request.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<GetAgentCardResponse> GetAgentCardAsync(
        GetAgentCardRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request.WithToken();
        return _client.CallAsync(
            new BedrockCall<GetAgentCardRequest, GetAgentCardResponse>
            {
                Operation = "GetAgentCard",
                Method = HttpMethod.Get,
                Path = $"/runtimes/{PathLabel.Encode(request.AgentRuntimeArn, "GetAgentCardRequest.AgentRuntimeArn")}/invocations/.well-known/agent-card.json",
                Query = new QueryText(nameof(GetAgentCardRequest)).Add("qualifier", request.Qualifier).ToQuery(),
                Request = request,
                Headers = [new("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id", request.RuntimeSessionId)],
                CheckRequest = static r => r.Check(new RequestCheck(nameof(GetAgentCardRequest))),
                ResponseTypeInfo = AgentCoreJsonContext.Default.GetAgentCardResponse,
                ReadAnswer = static answer => new GetAgentCardResponse
                {
                    AgentCard = UnaryAnswer.Parse(answer, AgentCoreJsonContext.Default.JsonElement),
                },
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="GetAgentCardAsync(GetAgentCardRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public Task<GetAgentCardResponse> GetAgentCardAsync(
        GetAgentCardRequest request,
        CancellationToken cancellationToken) =>
        GetAgentCardAsync(request, null, cancellationToken);

    /// <summary>Calls an agent in a runtime and reads its answer whole (InvokeAgentRuntime).</summary>
    /// <remarks>What goes in and comes out is the agent's own affair.
    /// Source: https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html</remarks>
    /// <param name="request">The request.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<InvokeAgentRuntimeResponse> InvokeAgentRuntimeAsync(
        InvokeAgentRuntimeRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request.WithToken();
        return _client.CallAsync(
            new BedrockCall<InvokeAgentRuntimeRequest, InvokeAgentRuntimeResponse>
            {
                Operation = "InvokeAgentRuntime",
                Path = PathOf(request),
                Query = QueryOf(request),
                Request = request,
                ReadBytes = static r => r.Payload,
                MaxBodyBytes = MaxPayloadBytes,
                ContentType = request.ContentType ?? "application/json",
                Headers = HeadersOf(request),
                CheckRequest = static r => r.Check(new RequestCheck(nameof(InvokeAgentRuntimeRequest))),
                Accept = request.Accept,
                ResponseTypeInfo = AgentCoreJsonContext.Default.InvokeAgentRuntimeResponse,
                ReadAnswer = static answer => new InvokeAgentRuntimeResponse { Response = answer.Body.WrittenSpan.ToArray() },
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="InvokeAgentRuntimeAsync(InvokeAgentRuntimeRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public Task<InvokeAgentRuntimeResponse> InvokeAgentRuntimeAsync(
        InvokeAgentRuntimeRequest request,
        CancellationToken cancellationToken) =>
        InvokeAgentRuntimeAsync(request, null, cancellationToken);

    /// <summary>Calls an agent in a runtime and gives its answer piece by piece, as it writes server-sent events (InvokeAgentRuntime).</summary>
    /// <remarks>An answer of another media type, such as JSON, is one event.
    /// Source: https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html</remarks>
    /// <param name="request">The request.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stream; nothing is sent before it is opened or enumerated. The whole response holds the contents of the events, a line each.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    public BedrockStream<AgentRuntimeEvent, InvokeAgentRuntimeResponse> InvokeAgentRuntimeStreamAsync(
        InvokeAgentRuntimeRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request.WithToken();
        return _client.CallStreamAsync(
            new BedrockStreamingCall<InvokeAgentRuntimeRequest, AgentRuntimeEvent, InvokeAgentRuntimeResponse>
            {
                Operation = "InvokeAgentRuntime",
                Path = PathOf(request),
                Query = QueryOf(request),
                Request = request,
                ReadBytes = static r => r.Payload,
                MaxBodyBytes = MaxPayloadBytes,
                ContentType = request.ContentType ?? "application/json",
                Headers = HeadersOf(request),
                CheckRequest = static r => r.Check(new RequestCheck(nameof(InvokeAgentRuntimeRequest))),
                Accept = request.Accept ?? "text/event-stream, application/json",
                ReadEvent = static (_, _) => throw new NotSupportedException("The answer is no stream of frames."),
                StreamType = null,
                CreateSource = static call => new TextEventSource<AgentRuntimeEvent>(call, static (type, data, id) => new AgentRuntimeEvent(type, data, id)),
                IsEnd = null,
                CreateFold = static () => new EventListFold<AgentRuntimeEvent, InvokeAgentRuntimeResponse>(static events => new InvokeAgentRuntimeResponse
                {
                    Response = Joined(events),
                }),
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="InvokeAgentRuntimeStreamAsync(InvokeAgentRuntimeRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public BedrockStream<AgentRuntimeEvent, InvokeAgentRuntimeResponse> InvokeAgentRuntimeStreamAsync(
        InvokeAgentRuntimeRequest request,
        CancellationToken cancellationToken) =>
        InvokeAgentRuntimeStreamAsync(request, null, cancellationToken);

    /// <summary>Runs a command in the container of a session, and gives its output as it comes (InvokeAgentRuntimeCommand).</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntimeCommand.html</remarks>
    /// <param name="request">The request.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stream; nothing is sent before it is opened or enumerated.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    public BedrockStream<AgentCommandEvent, InvokeAgentRuntimeCommandResponse> InvokeAgentRuntimeCommandAsync(
        InvokeAgentRuntimeCommandRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request.WithToken();
        request.Check(new RequestCheck(nameof(InvokeAgentRuntimeCommandRequest)));
        return _client.CallStreamAsync(
            new BedrockStreamingCall<InvokeAgentRuntimeCommandRequestBody, AgentCommandEvent, InvokeAgentRuntimeCommandResponse>
            {
                Operation = "InvokeAgentRuntimeCommand",
                Path = $"/runtimes/{PathLabel.Encode(request.AgentRuntimeArn, "InvokeAgentRuntimeCommandRequest.AgentRuntimeArn")}/commands",
                Query = new QueryText(nameof(InvokeAgentRuntimeCommandRequest)).Add("qualifier", request.Qualifier)
                    .Add("accountId", request.AccountId).ToQuery(),
                Request = request.Body,
                RequestTypeInfo = AgentCoreJsonContext.Default.InvokeAgentRuntimeCommandRequestBody,
                ContentType = request.ContentType ?? "application/json",
                Accept = request.Accept,
                Headers =
                [
                    new("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id", request.RuntimeSessionId),
                    new("X-Amzn-Trace-Id", request.TraceId),
                    new("traceparent", request.TraceParent),
                    new("tracestate", request.TraceState),
                    new("baggage", request.Baggage),
                ],
                ReadEvent = AgentCommandEventConverter.Frames.ReadFrame,
                IsEnd = static e => e is AgentCommandChunkEvent { ContentStop: not null },
                CreateFold = static () => new EventListFold<AgentCommandEvent, InvokeAgentRuntimeCommandResponse>(
                    static events => new InvokeAgentRuntimeCommandResponse { Stream = events }),
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="InvokeAgentRuntimeCommandAsync(InvokeAgentRuntimeCommandRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public BedrockStream<AgentCommandEvent, InvokeAgentRuntimeCommandResponse> InvokeAgentRuntimeCommandAsync(
        InvokeAgentRuntimeCommandRequest request,
        CancellationToken cancellationToken) =>
        InvokeAgentRuntimeCommandAsync(request, null, cancellationToken);

    private static string PathOf(InvokeAgentRuntimeRequest request) =>
        $"/runtimes/{PathLabel.Encode(request.AgentRuntimeArn, "InvokeAgentRuntimeRequest.AgentRuntimeArn")}/invocations";

    private static string? QueryOf(InvokeAgentRuntimeRequest request) =>
        new QueryText(nameof(InvokeAgentRuntimeRequest)).Add("qualifier", request.Qualifier).Add("accountId", request.AccountId).ToQuery();

    private static KeyValuePair<string, string?>[] HeadersOf(InvokeAgentRuntimeRequest request) =>
    [
        new("Mcp-Session-Id", request.McpSessionId),
        new("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id", request.RuntimeSessionId),
        new("Mcp-Protocol-Version", request.McpProtocolVersion),
        new("Mcp-Method", request.McpMethod),
        new("Mcp-Name", request.McpName),
        new("X-Amzn-Bedrock-AgentCore-Runtime-User-Id", request.RuntimeUserId),
        new("X-Amzn-Trace-Id", request.TraceId),
        new("traceparent", request.TraceParent),
        new("tracestate", request.TraceState),
        new("baggage", request.Baggage),
    ];

    private static byte[] Joined(IList<AgentRuntimeEvent> events)
    {
        using var whole = new MemoryStream();
        for (int i = 0; i < events.Count; i++)
        {
            if (i > 0)
            {
                whole.WriteByte((byte)'\n');
            }

            whole.Write(events[i].Data.Span);
        }

        return whole.ToArray();
    }
}
