using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>What belongs to automated reasoning. Immutable.</summary>
internal static class ReasoningKinds
{
    public static ResourceKind Policy { get; } = new("automated reasoning policy", "policyArn", "name")
    {
        Create = "CreateAutomatedReasoningPolicy",
        Get = "GetAutomatedReasoningPolicy",
        Update = "UpdateAutomatedReasoningPolicy",
        Path = static (id, _) => $"automated-reasoning-policy/{id}",
        IdMember = "policyId",
        Aliases = [("kmsKeyId", "kmsKeyArn")],
        Complete = static (body, _) =>
        {
            body["policyDefinition"] ??= new JsonObject();
            body["definitionHash"] = HashOf(body["policyDefinition"]!);
            body["version"] ??= "DRAFT";
        },
    };

    public static ResourceKind TestCase { get; } = new("test case", "testCaseArn", string.Empty)
    {
        Create = "CreateAutomatedReasoningPolicyTestCase",
        Get = "GetAutomatedReasoningPolicyTestCase",
        List = "ListAutomatedReasoningPolicyTestCases",
        Update = "UpdateAutomatedReasoningPolicyTestCase",
        Delete = "DeleteAutomatedReasoningPolicyTestCase",
        Path = static (id, call) => $"{call.Text("policyArn")}/test-case/{id}",
        Id = static number => "SIMULATED" + number.ToString("X3", CultureInfo.InvariantCulture),
        IdMember = "testCaseId",
        Owner = "policyArn",
        Wrap = "testCase",
    };

    public static ResourceKind Build { get; } = new("build workflow", "buildWorkflowArn", string.Empty)
    {
        Create = "StartAutomatedReasoningPolicyBuildWorkflow",
        Get = "GetAutomatedReasoningPolicyBuildWorkflow",
        List = "ListAutomatedReasoningPolicyBuildWorkflows",
        Delete = "DeleteAutomatedReasoningPolicyBuildWorkflow",
        Stop = "CancelAutomatedReasoningPolicyBuildWorkflow",
        Path = static (id, call) => $"{call.Text("policyArn")}/build-workflow/{id}",
        Id = static number => "00000000-0000-4000-8000-" + number.ToString("x12", CultureInfo.InvariantCulture),
        IdMember = "buildWorkflowId",
        Owner = "policyArn",
        Course = ["SCHEDULED", "PREPROCESSING", "BUILDING", "TESTING", "COMPLETED"],
        Stops = ("CANCEL_REQUESTED", "CANCELLED"),
        Failed = "FAILED",
    };

    /// <summary>The hash by which changes know what they change: 128 hexadecimal digits.</summary>
    public static string HashOf(JsonNode node) => Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(node.ToJsonString())));
}
