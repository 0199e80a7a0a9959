using System.Globalization;
using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>The kinds of things that the control plane keeps. Immutable.</summary>
internal static class ResourceKinds
{
    private static readonly string[] Job = ["InProgress", "Completed"];

    public static ResourceKind Guardrail { get; } = new("guardrail", "guardrailArn", "name")
    {
        Create = "CreateGuardrail",
        Update = "UpdateGuardrail",
        Path = static (id, _) => $"guardrail/{id}",
        IdMember = "guardrailId",
        Course = ["READY"],
        UpdateReplaces = true,
        Aliases = [("guardrailId", "id"), ("guardrailArn", "arn"), ("kmsKeyId", "kmsKeyArn")],
        Complete = static (body, call) =>
        {
            body["version"] = "DRAFT";
            if (body["crossRegionConfig"]?["guardrailProfileIdentifier"]?.GetValue<string>() is { } profile)
            {
                string profileId = profile[(profile.LastIndexOf('/') + 1)..];
                body["crossRegionDetails"] = new JsonObject
                {
                    ["guardrailProfileId"] = profileId,
                    ["guardrailProfileArn"] = call.Arn($"guardrail-profile/{profileId}"),
                };
            }
        },
    };

    public static ResourceKind CustomModel { get; } = new("custom model", "modelArn", "modelName")
    {
        Create = "CreateCustomModel",
        Get = "GetCustomModel",
        List = "ListCustomModels",
        Delete = "DeleteCustomModel",
        Path = static (id, call) => $"custom-model/{(BaseOf(call) is { } model ? model : "imported")}/{id}",
        StatusMember = "modelStatus",
        Course = ["Creating", "Active"],
        Complete = static (body, _) =>
        {
            body["ownerAccountId"] = ControlCall.Account;
            body["customizationType"] ??= "IMPORTED";
        },
    };

    public static ResourceKind ImportedModel { get; } = new("imported model", "modelArn", "modelName")
    {
        Get = "GetImportedModel",
        List = "ListImportedModels",
        Delete = "DeleteImportedModel",
        Path = static (id, _) => $"imported-model/{id}",
        Complete = static (body, _) =>
        {
            body["instructSupported"] = true;
            body["modelArchitecture"] = "LLAMA";
            body["customModelUnits"] = new JsonObject { ["customModelUnitsPerModelCopy"] = 1, ["customModelUnitsVersion"] = "1.0" };
        },
    };

    public static ResourceKind CustomizationJob { get; } = new("model customization job", "jobArn", "jobName")
    {
        Create = "CreateModelCustomizationJob",
        Get = "GetModelCustomizationJob",
        List = "ListModelCustomizationJobs",
        Stop = "StopModelCustomizationJob",
        Path = static (id, call) => $"model-customization-job/{BaseOf(call)}/{id}",
        Course = Job,
        Aliases = [("customModelName", "outputModelName"), ("customModelKmsKeyId", "outputModelKmsKeyArn")],
        Complete = static (body, call) =>
        {
            body["baseModelArn"] = call.ModelArn(body["baseModelIdentifier"]!.GetValue<string>());
            body["customizationType"] ??= "FINE_TUNING";
            body["validationDataConfig"] ??= new JsonObject { ["validators"] = new JsonArray() };
        },
        Yields = static (job, _) => (CustomModel, Body(job, "customModelName", "modelName", "baseModelArn", "customizationType", "hyperParameters",
            "trainingDataConfig", "validationDataConfig", "outputDataConfig", "customizationConfig"), ["outputModelArn", "customModelArn"],
            job.Body["customModelTags"]),
    };

    public static ResourceKind ImportJob { get; } = new("model import job", "jobArn", "jobName")
    {
        Create = "CreateModelImportJob",
        Get = "GetModelImportJob",
        List = "ListModelImportJobs",
        Path = static (id, _) => $"model-import-job/{id}",
        Course = Job,
        Aliases = [("importedModelKmsKeyId", "importedModelKmsKeyArn")],
        Yields = static (job, _) => (ImportedModel, Body(job, "importedModelName", "modelName", "modelDataSource"), ["importedModelArn"],
            job.Body["importedModelTags"]),
    };

    public static ResourceKind CopyJob { get; } = new("model copy job", "jobArn", string.Empty)
    {
        Create = "CreateModelCopyJob",
        Get = "GetModelCopyJob",
        List = "ListModelCopyJobs",
        Path = static (id, _) => $"model-copy-job/{id}",
        Course = Job,
        Aliases = [("modelKmsKeyId", "targetModelKmsKeyArn")],
        Complete = static (body, call) =>
        {
            string[] source = body["sourceModelArn"]!.GetValue<string>().Split(':');
            body["sourceAccountId"] = source.Length > 4 && source[4].Length == 12 ? source[4] : ControlCall.Account;
            if (call.State.FindByArn(body["sourceModelArn"]!.GetValue<string>(), call.Now) is { } model)
            {
                body["sourceModelName"] = model.Name;
            }
        },
        Yields = static (job, _) => (CustomModel, Body(job, "targetModelName", "modelName"), ["targetModelArn"], job.Body["targetModelTags"]),
    };

    public static ResourceKind InvocationJob { get; } = new("model invocation job", "jobArn", "jobName")
    {
        Create = "CreateModelInvocationJob",
        Get = "GetModelInvocationJob",
        List = "ListModelInvocationJobs",
        Stop = "StopModelInvocationJob",
        Path = static (id, _) => $"model-invocation-job/{id}",
        Course = ["Submitted", "Validating", "Scheduled", "InProgress", "Completed"],
        FailureMember = "message",
        IsNameUnique = false,
        Complete = static (body, call) =>
        {
            double hours = body["timeoutDurationInHours"] is { } given ? (double)long.Parse(given.ToJsonString(), CultureInfo.InvariantCulture) : 24;
            body["jobExpirationTime"] = Resource.Text(call.Now.AddHours(hours));
            body["modelInvocationType"] ??= "InvokeModel";
        },
    };

    public static ResourceKind EvaluationJob { get; } = new("evaluation job", "jobArn", "jobName")
    {
        Create = "CreateEvaluationJob",
        Get = "GetEvaluationJob",
        List = "ListEvaluationJobs",
        Stop = "StopEvaluationJob",
        Path = static (id, _) => $"evaluation-job/{id}",
        Course = Job,
        FailureMember = "failureMessages",
        Complete = static (body, _) =>
        {
            bool isAutomated = body["evaluationConfig"]?["automated"] is not null;
            JsonNode? data = body["evaluationConfig"]?[isAutomated ? "automated" : "human"]?["datasetMetricConfigs"];
            body["jobType"] = isAutomated ? "Automated" : "Human";
            body["applicationType"] ??= "ModelEvaluation";
            body["evaluationTaskTypes"] = new JsonArray([.. (data as JsonArray ?? []).Select(static one => one?["taskType"]?.DeepClone())]);
        },
    };

    public static ResourceKind OptimizationJob { get; } = new("advanced prompt optimization job", "jobArn", "jobName")
    {
        Create = "CreateAdvancedPromptOptimizationJob",
        Get = "GetAdvancedPromptOptimizationJob",
        List = "ListAdvancedPromptOptimizationJobs",
        Stop = "StopAdvancedPromptOptimizationJob",
        Path = static (id, _) => $"advanced-prompt-optimization-job/{id}",
        StatusMember = "jobStatus",
        Course = Job,
    };

    public static ResourceKind Deployment { get; } = new("custom model deployment", "customModelDeploymentArn", "modelDeploymentName")
    {
        Create = "CreateCustomModelDeployment",
        Get = "GetCustomModelDeployment",
        List = "ListCustomModelDeployments",
        Update = "UpdateCustomModelDeployment",
        Delete = "DeleteCustomModelDeployment",
        Path = static (id, _) => $"custom-model-deployment/{id}",
        Course = ["Creating", "Active"],
        Aliases = [("modelDeploymentName", "customModelDeploymentName")],
        Complete = static (body, call) =>
        {
            if (call.Operation.Name == "UpdateCustomModelDeployment")
            {
                body["updateDetails"] = new JsonObject { ["modelArn"] = call.Text("modelArn"), ["updateStatus"] = "UpdateCompleted" };
            }
        },
    };

    public static ResourceKind ProvisionedThroughput { get; } = new("provisioned throughput", "provisionedModelArn", "provisionedModelName")
    {
        Create = "CreateProvisionedModelThroughput",
        Get = "GetProvisionedModelThroughput",
        List = "ListProvisionedModelThroughputs",
        Update = "UpdateProvisionedModelThroughput",
        Delete = "DeleteProvisionedModelThroughput",
        Path = static (id, _) => $"provisioned-model/{id}",
        Course = ["Creating", "InService"],
        Aliases = [("modelUnits", "desiredModelUnits"), ("modelArn", "desiredModelArn"), ("modelArn", "foundationModelArn")],
        Complete = static (body, call) =>
        {
            body["provisionedModelName"] = call.Text("desiredProvisionedModelName") ?? body["provisionedModelName"]!.GetValue<string>();
            string model = call.Text("desiredModelId") ?? body["modelId"]!.GetValue<string>();
            body["modelArn"] = call.ModelArn(model);
            if (body["commitmentDuration"]?.GetValue<string>() is { } duration)
            {
                body["commitmentExpirationTime"] ??= Resource.Text(call.Now.AddMonths(duration == "OneMonth" ? 1 : 6));
            }
        },
    };

    public static ResourceKind InferenceProfile { get; } = new("inference profile", "inferenceProfileArn", "inferenceProfileName")
    {
        Create = "CreateInferenceProfile",
        Delete = "DeleteInferenceProfile",
        Path = static (id, _) => $"application-inference-profile/{id}",
        IdMember = "inferenceProfileId",
        Course = ["ACTIVE"],
        Complete = static (body, call) =>
        {
            body["type"] = "APPLICATION";
            body["models"] = ModelCatalogueFacts.ModelsOf(body["modelSource"]!["copyFrom"]!.GetValue<string>(), call);
        },
    };

    public static ResourceKind PromptRouter { get; } = new("prompt router", "promptRouterArn", "promptRouterName")
    {
        Create = "CreatePromptRouter",
        Get = "GetPromptRouter",
        List = "ListPromptRouters",
        Delete = "DeletePromptRouter",
        Path = static (id, _) => $"prompt-router/{id}",
        Course = ["AVAILABLE"],
        Complete = static (body, _) => body["type"] = "custom",
    };

    public static ResourceKind MarketplaceEndpoint { get; } = new("marketplace model endpoint", "endpointArn", "endpointName")
    {
        Create = "CreateMarketplaceModelEndpoint",
        Get = "GetMarketplaceModelEndpoint",
        List = "ListMarketplaceModelEndpoints",
        Update = "UpdateMarketplaceModelEndpoint",
        Delete = "DeleteMarketplaceModelEndpoint",
        Path = static (_, call) => call.Text("endpointIdentifier") is { } arn && arn.StartsWith("arn:", StringComparison.Ordinal)
            ? arn
            : $"arn:aws:sagemaker:{call.Region}:{ControlCall.Account}:endpoint/{call.Text("endpointName") ?? call.Text("endpointIdentifier")}",
        Wrap = "marketplaceModelEndpoint",
        StatusMember = "endpointStatus",
        Course = ["Creating", "InService"],
        FailureMember = "endpointStatusMessage",
        Complete = static (body, _) => body["status"] = "REGISTERED",
    };

    /// <summary>All kinds, those of automated reasoning too.</summary>
    public static IReadOnlyList<ResourceKind> All { get; } =
    [
        Guardrail, CustomModel, ImportedModel, CustomizationJob, ImportJob, CopyJob, InvocationJob, EvaluationJob, OptimizationJob, Deployment,
        ProvisionedThroughput, InferenceProfile, PromptRouter, MarketplaceEndpoint, ReasoningKinds.Policy, ReasoningKinds.TestCase, ReasoningKinds.Build,
    ];

    /// <summary>The id of the model that a customisation begins with, as it stands in ARNs.</summary>
    private static string? BaseOf(ControlCall call) => call.Text("baseModelIdentifier") is { } given ? given[(given.LastIndexOf('/') + 1)..] : null;

    private static JsonObject Body(Resource job, string nameMember, string newName, params string[] members)
    {
        var body = new JsonObject
        {
            [newName] = job.Body[nameMember]?.DeepClone(),
            ["jobArn"] = job.Arn,
            ["jobName"] = job.Name,
        };
        foreach (string member in members)
        {
            body[member] = job.Body[member]?.DeepClone();
        }

        return body;
    }
}
