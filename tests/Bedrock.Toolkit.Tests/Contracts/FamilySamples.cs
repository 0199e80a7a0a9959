using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>The samples of one request type.</summary>
/// <remarks>Samples/Family/Schema.request*.json, .response*.json and .stream*.jsonl; the schema is the request type without its ending.</remarks>
internal sealed class FamilySamples
{
    private const string Ending = "Request";

    // A dialect has the types of its family and samples of its own.
    private const string Dialect = "MistralChat";
    private static readonly ModelId[] DialectIds =
        [MistralChatModels.Large2402.Id, MistralChatModels.Large2407.Id, MistralChatModels.PixtralLarge2502.Id];

    private readonly string _root;

    public FamilySamples(string root, string family, Type requestType)
        : this(root, family, SchemaOf(requestType))
    {
    }

    private FamilySamples(string root, string family, string schema) => (_root, Family, Schema) = (root, family, schema);

    public static string Root { get; } = Path.Combine(SourceFolders.Repository, "tests", "Bedrock.Toolkit.Tests", "Samples");

    public string Family { get; }

    public string Schema { get; }

    public IReadOnlyList<Sample> Requests => Find("request", ".json", "a whole request body that the model takes");

    public IReadOnlyList<Sample> Responses => Find("response", ".json", "a whole answer, with every count of tokens that the family has");

    public IReadOnlyList<Sample> Streams => Find("stream", ".jsonl", "one chunk a line, with the family's own end mark and without Bedrock's metrics");

    public static FamilySamples Of(Type requestType) => new(Root, SourceFolders.FolderOfType[requestType.Name].Split('/')[^1], requestType);

    public static FamilySamples Of(Model model) =>
        DialectIds.Contains(model.Id) ? new(Root, Of(model.RequestType).Family, Dialect) : Of(model.RequestType);

    public static bool IsOfDialect(Sample sample) => sample.Name.StartsWith(Dialect + ".", StringComparison.Ordinal);

    public static string SchemaOf(Type requestType) =>
        requestType.Name.EndsWith(Ending, StringComparison.Ordinal) ? requestType.Name[..^Ending.Length] : requestType.Name;

    private IReadOnlyList<Sample> Find(string kind, string extension, string content)
    {
        string folder = Path.Combine(_root, Family);
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, $"{Schema}.{kind}*{extension}") : [];
        if (files.Length == 0)
        {
            Assert.Fail(
                $"{Family} has no {kind} sample for {Schema}{Ending}.\n"
                + $"Add tests/Bedrock.Toolkit.Tests/Samples/{Family}/{Schema}.{kind}{extension}: {content}.");
        }

        return [.. files.Order(StringComparer.Ordinal).Select(file => new Sample(Family, Path.GetFileName(file), File.ReadAllText(file)))];
    }
}
