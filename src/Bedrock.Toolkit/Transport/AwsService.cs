namespace Bedrock.Toolkit.Transport;

/// <summary>One AWS service as the transport sees it: what its address, its settings and its signatures are made from.</summary>
/// <param name="EndpointPrefix">The first part of the host name.</param>
/// <param name="ServiceId">The name in <c>AWS_ENDPOINT_URL_…</c> and in the <c>services</c> section of a profile.</param>
/// <param name="SigningName">The service name of a signature.</param>
/// <param name="TakesApiKeys">Whether Bedrock API keys are taken in place of a signature.</param>
internal sealed record AwsService(string EndpointPrefix, string ServiceId, string SigningName, bool TakesApiKeys)
{
    /// <summary>Inference: InvokeModel, Converse and what belongs to them.</summary>
    public static AwsService BedrockRuntime { get; } = new("bedrock-runtime", "Bedrock Runtime", "bedrock", TakesApiKeys: true);

    /// <summary>The control plane: models, jobs, guardrails, settings of the account.</summary>
    public static AwsService Bedrock { get; } = new("bedrock", "Bedrock", "bedrock", TakesApiKeys: true);

    /// <summary>Agents at work: retrieval from knowledge bases, agents, flows, sessions, reranking.</summary>
    public static AwsService BedrockAgentRuntime { get; } = new("bedrock-agent-runtime", "Bedrock Agent Runtime", "bedrock", TakesApiKeys: false);

    /// <summary>Agents as they are built: agents, knowledge bases, data sources, flows, prompts.</summary>
    public static AwsService BedrockAgent { get; } = new("bedrock-agent", "Bedrock Agent", "bedrock", TakesApiKeys: false);

    /// <summary>AgentCore at work. What it takes in place of a signature is the OAuth token of an agent's own users.</summary>
    public static AwsService BedrockAgentCore { get; } = new("bedrock-agentcore", "Bedrock AgentCore", "bedrock-agentcore", TakesApiKeys: true);

    /// <summary>Vectors in S3.</summary>
    public static AwsService S3Vectors { get; } = new("s3vectors", "S3Vectors", "s3vectors", TakesApiKeys: false) { IsDualStackOnly = true };

    /// <summary>Whether the dual-stack address is the only one there is.</summary>
    public bool IsDualStackOnly { get; init; }

    /// <summary>The other host of inference: models in the shapes of OpenAI and Anthropic alone.</summary>
    public static AwsService BedrockMantle { get; } =
        new("bedrock-mantle", "Bedrock Mantle", "bedrock-mantle", TakesApiKeys: true) { IsDualStackOnly = true, KeyName = "bedrock" };

    private string KeyName { get; init; } = SigningName;

    /// <summary><c>AWS_ENDPOINT_URL_</c> and the id in capitals.</summary>
    public string EndpointVariable => "AWS_ENDPOINT_URL_" + ServiceId.ToUpperInvariant().Replace(' ', '_');

    /// <summary><c>AWS_BEARER_TOKEN_</c> and the signing name in capitals; one for both hosts of inference.</summary>
    public string ApiKeyVariable => "AWS_BEARER_TOKEN_" + KeyName.ToUpperInvariant().Replace('-', '_');
}
