namespace Bedrock.Toolkit.ControlPlane.Governance;

/// <summary>Puts the statements of a use together. Not thread-safe.</summary>
internal sealed class AccessStatements(AccessScope scope)
{
    private const string InvokeModel = "bedrock:InvokeModel";
    private const string InvokeStream = "bedrock:InvokeModelWithResponseStream";

    // Where the profiles of the geography send, as far as it is documented; others by their condition alone.
    private static readonly string[] UsRegions = ["us-east-1", "us-east-2", "us-west-2"];

    private readonly List<AccessStatement> _all = [];
    private readonly List<string> _gaps = [];

    public IReadOnlyList<AccessStatement> All => _all;

    public IReadOnlyList<string> Gaps => _gaps;

    public void Add(BedrockUse use, ModelId? model)
    {
        switch (use)
        {
            case BedrockUse.Chat:
                AddModel(Needed(model, use), [InvokeModel, InvokeStream]);
                break;
            case BedrockUse.Invoke:
                AddModel(Needed(model, use), [InvokeModel]);
                break;
            case BedrockUse.AsyncInvoke:
                AddModel(Needed(model, use), [InvokeModel]);
                Add("Jobs", [InvokeModel, "bedrock:GetAsyncInvoke", "bedrock:ListAsyncInvokes"], [scope.Arn("async-invoke/*")]);
                break;
            case BedrockUse.CountTokens:
                Add("CountTokens", ["bedrock:CountTokens"], [scope.ModelArn(BareModel(Needed(model, use)))]);
                break;
            case BedrockUse.Guardrail when scope.GuardrailId is null:
                throw new ArgumentException("The use Guardrail needs AccessScope.GuardrailId.", nameof(scope));
            case BedrockUse.Batch:
                AddBatch(Needed(model, use));
                break;
            case BedrockUse.BatchRole:
                AddBatchRole(Needed(model, use));
                break;
            case BedrockUse.Retrieve:
                AddRetrieve();
                break;
            case BedrockUse.RetrieveAndGenerate:
                Add("RetrieveAndGenerate", ["bedrock:RetrieveAndGenerate"], ["*"]);
                AddRetrieve();
                AddModel(Needed(model, use), [InvokeModel]);
                break;
            case BedrockUse.AgenticRetrieve:
                Add("AgenticRetrieve", ["bedrock:AgenticRetrieveStream"], ["*"]);
                break;
            case BedrockUse.Rerank:
                Add("Rerank", ["bedrock:Rerank"], ["*"]);
                AddModel(Needed(model, use), [InvokeModel]);
                break;
            case BedrockUse.Catalogue:
                Add("Lists", ["bedrock:ListFoundationModels", "bedrock:GetFoundationModelAvailability", "bedrock:ListInferenceProfiles"], ["*"]);
                Add("Models", ["bedrock:GetFoundationModel"], [scope.ModelArn(model is { } one ? BareModel(one) : "*")]);
                break;
            case BedrockUse.Subscription:
                Add("Subscribe", ["aws-marketplace:Subscribe", "aws-marketplace:ViewSubscriptions", "aws-marketplace:Unsubscribe"], ["*"]);
                break;
        }

        if (scope.GuardrailId is { } guardrail)
        {
            Add("Guardrail", ["bedrock:ApplyGuardrail"],
                [guardrail.StartsWith("arn:", StringComparison.Ordinal) ? guardrail : scope.Arn($"guardrail/{guardrail}")]);
        }

        if (scope.UsesApiKey)
        {
            Add("ApiKey", ["bedrock:CallWithBearerToken"], ["*"]);
        }
    }

    private static ModelId Needed(ModelId? model, BedrockUse use) =>
        model ?? throw new ArgumentException($"The use {use} needs the id of a model.", nameof(model));

    private string BareModel(ModelId model)
    {
        if (model.BaseModel is { } name)
        {
            return name;
        }

        _gaps.Add($"'{model.Value}' hides its model: any model is allowed in its place.");
        return "*";
    }

    private void Add(string sid, IReadOnlyList<string> actions, IReadOnlyList<string> resources, params (string Key, string Value)[] conditions) =>
        _all.Add(new AccessStatement(UniqueSid(sid), actions, resources) { StringEquals = conditions.ToDictionary(c => c.Key, c => c.Value) });

    // IAM wants each name once.
    private string UniqueSid(string sid)
    {
        int count = _all.Count(statement => statement.Sid == sid
            || (statement.Sid.StartsWith(sid, StringComparison.Ordinal) && char.IsAsciiDigit(statement.Sid[^1])));
        return count == 0 ? sid : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sid}{count + 1}");
    }

    private void AddModel(ModelId model, IReadOnlyList<string> actions)
    {
        switch (model.Kind)
        {
            case ModelIdKind.FoundationModel:
                Add("Model", actions, [scope.ModelArn(BareModel(model)), .. ProjectOf(model)]);
                break;
            case ModelIdKind.InferenceProfile:
                string profile = model.IsArn ? model.Value : scope.Arn($"inference-profile/{model.Value}");
                Add("Profile", actions, [profile, .. ProjectOf(model)]);
                Add("ModelsOfProfile", actions, Destinations(BareModel(model), model.Geography), ("bedrock:InferenceProfileArn", profile));
                break;
            case ModelIdKind.ApplicationInferenceProfile:
                Add("Profile", actions, [model.Value]);
                Add("ModelsOfProfile", actions, [.. Hidden(model).SelectMany(name => Destinations(name, null))], ("bedrock:InferenceProfileArn", model.Value));
                break;
            case ModelIdKind.Prompt:
                Add("Prompt", ["bedrock:RenderPrompt"], [model.Value]);
                AddHidden(model, actions);
                break;
            case ModelIdKind.PromptRouter:
                Add("Router", actions, [model.Value]);
                AddHidden(model, actions);
                break;
            case ModelIdKind.MarketplaceEndpoint:
                Add("Endpoint", actions, [scope.Arn("marketplace/model-endpoint/all-access")]);
                break;
            default:
                Add("Model", actions, [model.Value]);
                break;
        }
    }

    // Partners' models that only profiles serve belong to a project too.
    private IEnumerable<string> ProjectOf(ModelId model) =>
        model.BaseModel is { } name && (name.StartsWith("xai.", StringComparison.Ordinal)
            || (name.StartsWith("openai.gpt-", StringComparison.Ordinal) && !name.StartsWith("openai.gpt-oss", StringComparison.Ordinal)))
                ? [scope.Arn("project/default")] : [];

    private List<string> Destinations(string model, string? geography)
    {
        IReadOnlyList<string> regions = scope.DestinationRegions.Count > 0 ? scope.DestinationRegions : geography == "us" ? UsRegions : ["*"];
        List<string> arns = [.. regions.Select(region => scope.ModelArn(model, region))];
        if (geography == "global")
        {
            arns.Add(scope.ModelArn(model, string.Empty));
        }

        return arns;
    }

    private IReadOnlyList<string> Hidden(ModelId model)
    {
        if (scope.Models.Count == 0)
        {
            _gaps.Add($"'{model.Value}' hides its models: any model is allowed behind it. AccessScope.Models names them.");
            return ["*"];
        }

        return scope.Models;
    }

    private void AddHidden(ModelId model, IReadOnlyList<string> actions)
    {
        if (scope.Models.Count == 0)
        {
            _gaps.Add($"'{model.Value}' hides its models, which have to be allowed too. AccessScope.Models names them.");
        }

        foreach (string name in scope.Models)
        {
            AddModel(name, actions);
        }
    }

    private void AddBatch(ModelId model)
    {
        Add("Start", ["bedrock:CreateModelInvocationJob"], [.. ResourcesOf(model), scope.Arn("model-invocation-job/*")]);
        Add("Follow", ["bedrock:GetModelInvocationJob", "bedrock:StopModelInvocationJob", "bedrock:ListModelInvocationJobs"],
            [scope.Arn("model-invocation-job/*")]);
        Add("PassRole", ["iam:PassRole"], [scope.JobRoleArn ?? $"arn:{scope.Partition}:iam::{scope.AccountId}:role/*"],
            ("iam:PassedToService", "bedrock.amazonaws.com"));
        if (scope.JobRoleArn is null)
        {
            _gaps.Add("AccessScope.JobRoleArn is not set: any role of the account may be passed to Bedrock.");
        }
    }

    private void AddBatchRole(ModelId model)
    {
        (string inBucket, string inKeys) = BucketOf(scope.InputS3Uri, nameof(scope.InputS3Uri));
        (_, string outKeys) = BucketOf(scope.OutputS3Uri, nameof(scope.OutputS3Uri));
        Add("ListInput", ["s3:ListBucket"], [inBucket]);
        Add("ReadInput", ["s3:GetObject"], [inKeys]);
        Add("WriteOutput", ["s3:PutObject"], [outKeys]);
        if (model.Kind is ModelIdKind.InferenceProfile or ModelIdKind.ApplicationInferenceProfile)
        {
            AddModel(model, [InvokeModel]);
        }
    }

    private List<string> ResourcesOf(ModelId model)
    {
        var inner = new AccessStatements(scope with { GuardrailId = null, UsesApiKey = false });
        inner.AddModel(model, [InvokeModel]);
        _gaps.AddRange(inner.Gaps);
        return [.. inner.All.SelectMany(statement => statement.Resources).Distinct()];
    }

    private void AddRetrieve() => Add("Retrieve", ["bedrock:Retrieve"], [scope.Arn($"knowledge-base/{scope.KnowledgeBaseId ?? "*"}")]);

    private (string Bucket, string Keys) BucketOf(string? uri, string member)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out Uri? address) || address.Scheme != "s3")
        {
            throw new ArgumentException($"AccessScope.{member} must be an address of S3, such as s3://bucket/folder/.", nameof(scope));
        }

        string bucket = $"arn:{scope.Partition}:s3:::{address.Host}";
        string path = address.AbsolutePath.TrimStart('/');
        return (bucket, path.Length == 0 || path.EndsWith('/') ? $"{bucket}/{path}*" : $"{bucket}/{path}");
    }
}
