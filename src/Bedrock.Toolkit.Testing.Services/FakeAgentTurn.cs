using Bedrock.Toolkit.Agents.Runtime;

namespace Bedrock.Toolkit.Testing;

/// <summary>A turn that a scripted agent answers.</summary>
public sealed class FakeAgentTurn
{
    internal FakeAgentTurn(InvokeAgentRequest request) => Request = request;

    /// <summary>The request.</summary>
    public InvokeAgentRequest Request { get; }

    /// <summary>What the user says.</summary>
    /// <value>Empty when results are given in its place.</value>
    public string Text => Request.InputText ?? string.Empty;

    /// <summary>The session.</summary>
    public string SessionId => Request.SessionId;

    /// <summary>The bodies of the results that the caller gives after a return of control.</summary>
    /// <value>Empty in every other turn.</value>
    public IReadOnlyList<string> Results =>
    [
        .. (Request.SessionState?.ReturnControlInvocationResults ?? []).SelectMany(static result => result switch
        {
            InvocationResultMemberFunctionResult { FunctionResult: { } function } => function.ResponseBody?.Values ?? [],
            InvocationResultMemberApiResult { ApiResult: { } api } => api.ResponseBody?.Values ?? [],
            _ => [],
        }).Select(static body => body.Body ?? string.Empty),
    ];
}

/// <summary>What a scripted agent answers.</summary>
public sealed class FakeAgentReply
{
    /// <summary>The text of the answer.</summary>
    /// <value>Empty when there is none.</value>
    public string Text { get; init; } = string.Empty;

    /// <summary>Where the text is from.</summary>
    /// <value>Null when nothing is cited.</value>
    public AgentAttribution? Attribution { get; init; }

    /// <summary>What the caller is to do before the agent goes on.</summary>
    /// <value>Empty when control stays with the agent.</value>
    public IReadOnlyList<InvocationInputMember> Calls { get; init; } = [];

    /// <summary>The traces, sent when they are asked for.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<AgentTraceEvent> Traces { get; init; } = [];

    /// <summary>An answer in words.</summary>
    /// <param name="text">The words.</param>
    /// <returns>The reply.</returns>
    public static FakeAgentReply Say(string text) => new() { Text = text };

    /// <summary>A return of control: the caller runs a function and gives its result.</summary>
    /// <param name="actionGroup">The action group.</param>
    /// <param name="function">The function.</param>
    /// <param name="parameters">Its parameters by name.</param>
    /// <returns>The reply.</returns>
    public static FakeAgentReply CallFunction(string actionGroup, string function, IReadOnlyDictionary<string, string>? parameters = null) => new()
    {
        Calls =
        [
            new InvocationInputMemberFunctionInvocationInput
            {
                FunctionInvocationInput = new FunctionInvocationInput
                {
                    ActionGroup = actionGroup,
                    Function = function,
                    ActionInvocationType = ActionInvocationType.Result,
                    Parameters =
                    [
                        .. (parameters ?? new Dictionary<string, string>()).Select(static one => new FunctionParameter
                        {
                            Name = one.Key,
                            Type = "string",
                            Value = one.Value,
                        }),
                    ],
                },
            },
        ],
    };
}
