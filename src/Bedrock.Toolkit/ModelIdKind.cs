namespace Bedrock.Toolkit;

/// <summary>What a <see cref="ModelId"/> names.</summary>
public enum ModelIdKind
{
    /// <summary>A bare model id such as <c>amazon.titan-embed-text-v2:0</c>, or an ARN of kind <c>foundation-model</c>.</summary>
    FoundationModel,

    /// <summary>A system inference profile: <c>us.anthropic.claude…</c>, or an ARN of kind <c>inference-profile</c>.</summary>
    InferenceProfile,

    /// <summary>An ARN of kind <c>application-inference-profile</c>.</summary>
    ApplicationInferenceProfile,

    /// <summary>An ARN of kind <c>provisioned-model</c>.</summary>
    ProvisionedModel,

    /// <summary>An ARN of kind <c>custom-model</c>.</summary>
    CustomModel,

    /// <summary>An ARN of kind <c>custom-model-deployment</c>.</summary>
    CustomModelDeployment,

    /// <summary>An ARN of kind <c>imported-model</c>.</summary>
    ImportedModel,

    /// <summary>An ARN of kind <c>prompt</c> (Prompt management).</summary>
    Prompt,

    /// <summary>An ARN of kind <c>prompt-router</c> or <c>default-prompt-router</c>.</summary>
    PromptRouter,

    /// <summary>An ARN of a SageMaker endpoint (Bedrock Marketplace).</summary>
    MarketplaceEndpoint,

    /// <summary>An ARN of a kind that this version does not know; it works all the same.</summary>
    Other,
}
