namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>References between the folders go one way. Read from the compiled code, method bodies included.</summary>
public sealed class LayerConventionTests
{
    // What every layer may name: model descriptors, ids, inputs, usage. It names no family itself.
    private const string Vocabulary = "Models/Vocabulary";

    private static readonly TypeReferences References = TypeReferences.Of(KnownModels.Library.Location);

    private static readonly string[] Http = ["System.Net.", "Amazon."];
    private static readonly string[] Json = ["System.Text.Json."];

    /// <summary>A folder; the folders that it must not refer to (those below them too); the namespaces outside that it must not refer to.</summary>
    public static TheoryData<string, string[], string[]> Rules => new()
    {
        { "Models", ["Transport", "DependencyInjection"], Http },
        { Vocabulary, ["Models", "Transport", "DependencyInjection"], Http },
        { "Converse", ["Transport", "DependencyInjection"], Http },
        { "Guardrails", ["Transport", "DependencyInjection"], Http },
        { "CountTokens", ["Transport", "DependencyInjection"], Http },
        { "AsyncInvoke", ["Transport", "DependencyInjection"], ["Amazon.", "System.Net.Sockets."] },
        { "EventStreams", ["Models", "Converse", "Streaming", "Transport", "Serialization", "DependencyInjection"], [.. Http, .. Json] },
        { "Serialization", ["Models", "Converse", "Streaming", "Transport", "EventStreams", "DependencyInjection"], Http },
        { "Streaming", ["Models", "Converse", "Transport", "DependencyInjection"], ["Amazon."] },
        { "Errors", ["Models", "Converse", "Streaming", "Transport", "DependencyInjection"], Http },
        { "Transport", ["Models", "Converse", "DependencyInjection"], [] },
        { "Diagnostics", ["Models", "Converse", "Transport"], Http },
        { "DependencyInjection", ["Models", "Converse"], ["System.Net.Sockets."] },
        { "Costs", ["Models", "Transport", "Streaming", "DependencyInjection"], Http },
        { "Doors", ["Converse"], ["System.Net.Sockets."] },
        { "Failover", ["Transport", "DependencyInjection"], ["Amazon.", "System.Net.Sockets."] },
        { "PromptCaching", ["Transport", "DependencyInjection"], Http },
        { "Embeddings", ["Models", "Transport"], Http },
        { "Reranking", ["Models", "Transport"], Http },
        { "Images", ["Models", "Transport"], Http },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Folder_RefersTo_NothingAboveIt(string folder, string[] folders, string[] namespaces) =>
        ConventionFaults.AssertNone(FaultsOf(folder, folders, namespaces));

    [Fact]
    public void References_InBodiesAndStateMachines_AreFound()
    {
        // ConnectionPool names HttpMessageInvoker in a field, BedrockClient makes an HttpTransport in a body, its async methods are state machines.
        Assert.Contains("System.Net.Http.HttpMessageInvoker", References.All["Bedrock.Toolkit.Transport.ConnectionPool"]);
        Assert.Contains("Bedrock.Toolkit.Transport.HttpTransport", References.All["Bedrock.Toolkit.BedrockClient"]);
        Assert.Contains("System.Net.Http.HttpRequestMessage", References.All["Bedrock.Toolkit.Transport.AttemptSender"]);
        Assert.Contains("Bedrock.Toolkit.Models.ChatCompletionJsonContext",
            References.All["Bedrock.Toolkit.Models.OpenAIModels"].Concat(References.All["Bedrock.Toolkit.Models.ChatCompletionModels"]));
        Assert.True(References.All.Count > 300);
    }

    [Fact]
    public void Faults_OfARuleThatIsBroken_AreFound()
    {
        Assert.NotEmpty(FaultsOf("Transport", [], Http));
        Assert.NotEmpty(FaultsOf("Transport", ["Errors"], []));
        Assert.NotEmpty(FaultsOf("Models", ["Serialization"], []));
        Assert.NotEmpty(FaultsOf("Streaming", ["EventStreams"], []));
    }

    [Fact]
    public void Types_All_AreFoundInAFolder() => ConventionFaults.AssertNone(
        from type in KnownModels.Library.GetTypes()
        where !type.IsNested && type.Namespace?.StartsWith("Bedrock.Toolkit", StringComparison.Ordinal) == true && !type.Name.StartsWith('<')
            && !type.Name.StartsWith("__", StringComparison.Ordinal)
            && type.GetCustomAttributes(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false).Length == 0
        let name = type.Name.Split('`')[0]
        where !SourceFolders.FolderOfType.ContainsKey(name)
        select $"{type.FullName} is found in no file of the library");

    private static IEnumerable<string> FaultsOf(string folder, string[] folders, string[] namespaces) =>
        from type in References.All
        where IsIn(FolderOf(type.Key), folder)
        from reference in type.Value
        where (reference.StartsWith("Bedrock.Toolkit.", StringComparison.Ordinal) && folders.Any(forbidden => IsIn(FolderOf(reference), forbidden)))
            || namespaces.Any(forbidden => reference.StartsWith(forbidden, StringComparison.Ordinal))
        select $"{type.Key} refers to {reference}";

    private static bool IsIn(string? folder, string parent) =>
        folder == parent || (folder != Vocabulary && folder?.StartsWith(parent + "/", StringComparison.Ordinal) == true);

    private static string? FolderOf(string fullName) =>
        SourceFolders.FolderOfType.GetValueOrDefault(fullName[(fullName.LastIndexOf('.') + 1)..].Split('`')[0]);
}
