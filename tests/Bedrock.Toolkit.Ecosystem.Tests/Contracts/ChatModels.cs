using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>One model of each chat family.</summary>
internal static class ChatModels
{
    public const string Claude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    public const string Nova = "us.amazon.nova-lite-v1:0";

    public static TheoryData<string> All =>
    [
        Claude, Nova, "us.meta.llama3-3-70b-instruct-v1:0", "mistral.mistral-large-2402-v1:0", "openai.gpt-oss-120b-1:0", "us.deepseek.r1-v1:0",
        "cohere.command-r-plus-v1:0", "ai21.jamba-1-5-large-v1:0",
    ];

    public static bool ForcesTools(string model) => (ModelRules.For(model).ToolChoices & ToolChoices.Any) != 0;

    public static bool TakesTools(string model) => ModelRules.For(model).TakesTools;
}
