using System.CommandLine;
using System.CommandLine.Parsing;
using Bedrock.Toolkit.CommandLine.Verification;

namespace Bedrock.Toolkit.CommandLine;

/// <summary>The options of <c>bedrock verify</c>.</summary>
internal sealed class VerifyOptions
{
    private const decimal DefaultCap = 0.50m;

    private readonly Option<string?> _region = new("--region") { Description = "The Region; that of the AWS settings of this machine when left out." };
    private readonly Option<string?> _profile = new("--profile") { Description = "The AWS profile; the normal chain decides when left out." };
    private readonly Option<Uri?> _endpoint = new("--endpoint")
    {
        Description = "Another address than the Region's, such as that of \"bedrock serve\".", CustomParser = Address,
    };
    private readonly Option<Uri?> _mantleEndpoint = new("--mantle-endpoint")
    {
        Description = "The address of bedrock-mantle, where --endpoint is set.", CustomParser = Address,
    };
    private readonly Option<string?> _guardrail = new("--guardrail") { Description = "A guardrail of yours to check with: its id, or id:version." };
    private readonly Option<string?> _bucket = new("--bucket") { Description = "Where batch files may lie: s3://bucket/folder/. Needs --role." };
    private readonly Option<string?> _role = new("--role") { Description = "The ARN of the role that a batch job runs as. Needs --bucket." };
    private readonly Option<string[]> _only = new("--only") { Description = "Only these checks, by id.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _family = new("--family") { Description = "Only these families.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> _list = new("--list") { Description = "Print the checks, and call nothing." };
    private readonly Option<decimal> _cap = new("--cap")
    {
        Description = "What may be spent, in USD; the run stops before a check that could pass it.", DefaultValueFactory = static _ => DefaultCap,
    };
    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask before calling." };
    private readonly Option<DirectoryInfo?> _report = new("--report")
    {
        Description = "The folder for verified.md, verified.json and the recorded exchanges.",
    };

    public void AddTo(Command command)
    {
        Option[] all = [_region, _profile, _endpoint, _mantleEndpoint, _guardrail, _bucket, _role, _only, _family, _list, _cap, _yes, _report];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    public bool IsList(ParseResult parsed) => parsed.GetValue(_list);

    public bool IsConfirmed(ParseResult parsed) => parsed.GetValue(_yes);

    public IReadOnlyList<string> Only(ParseResult parsed) => parsed.GetValue(_only) ?? [];

    public IReadOnlyList<string> Families(ParseResult parsed) => parsed.GetValue(_family) ?? [];

    /// <summary>The settings of a run; for a list, of any Region.</summary>
    public VerifySettings Read(ParseResult parsed) => new()
    {
        Region = IsList(parsed) ? parsed.GetValue(_region) ?? "us-east-1" : VerifySettings.RegionOf(parsed.GetValue(_region), parsed.GetValue(_profile)),
        Profile = parsed.GetValue(_profile),
        Endpoint = parsed.GetValue(_endpoint),
        MantleEndpoint = parsed.GetValue(_mantleEndpoint),
        Guardrail = parsed.GetValue(_guardrail),
        Bucket = parsed.GetValue(_bucket),
        Role = parsed.GetValue(_role),
        Cap = parsed.GetValue(_cap),
        Report = parsed.GetValue(_report)?.FullName,
    };

    private static Uri? Address(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"'{text}' is no http or https address.");
        return null;
    }
}
