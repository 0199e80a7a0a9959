using System.ComponentModel;
using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>The public types of all packages with their docs, as they were built.</summary>
internal sealed class ApiModel
{
    private static readonly HashSet<string> OfEveryRecord =
        ["Equals", "GetHashCode", "ToString", "Deconstruct", "op_Equality", "op_Inequality", "PrintMembers", "EqualityContract", "<Clone>$"];

    private readonly Dictionary<string, XElement> _docs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ISymbol> _symbols = new(StringComparer.Ordinal);
    private readonly List<INamedTypeSymbol> _types = [];

    /// <summary>By namespace and name.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => _types;

    /// <summary>Pages by the simple name of a type, where only one has it.</summary>
    public IReadOnlyDictionary<string, string> PageByName { get; private set; } = new Dictionary<string, string>();

    /// <summary>Extension methods by the page of what they extend.</summary>
    public ILookup<string, IMethodSymbol> Extensions { get; private set; } = Array.Empty<IMethodSymbol>().ToLookup(_ => string.Empty);

    /// <summary>The namespaces.</summary>
    public IReadOnlyList<NavigationGroup> Navigation { get; private set; } = [];

    /// <summary>Reads what was built of the packages in <c>src</c>.</summary>
    /// <exception cref="InvalidDataException">A package was not built.</exception>
    public static ApiModel Read(string root, string configuration)
    {
        List<string> libraries = [.. Directory.EnumerateDirectories(Path.Combine(root, "src")).Where(IsLibrary).Order(StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "bin", configuration, "net10.0", Path.GetFileName(folder) + ".dll"))];
        if (libraries.FirstOrDefault(file => !File.Exists(file) || !File.Exists(Path.ChangeExtension(file, ".xml"))) is { } missing)
        {
            throw new InvalidDataException($"{missing} or its .xml is not there: first run dotnet build Bedrock.Toolkit.sln -c {configuration}.");
        }

        // Types of packages that the libraries refer to are known by their names alone.
        List<PortableExecutableReference> references = [.. libraries.Select(file => MetadataReference.CreateFromFile(file))];
        IEnumerable<PortableExecutableReference> framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("api", references: references.Concat(framework));
        var model = new ApiModel();
        foreach ((string file, PortableExecutableReference reference) in libraries.Zip(references))
        {
            model.AddDocs(XDocument.Load(Path.ChangeExtension(file, ".xml"), LoadOptions.PreserveWhitespace));
            model.AddTypes(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace);
        }

        model.Finish();
        return model;
    }

    /// <summary>The page of a type, with the anchor of a member.</summary>
    public string? PageOf(ISymbol symbol) => PageOf(symbol.OriginalDefinition.GetDocumentationCommentId() ?? string.Empty);

    /// <summary>The same by the id of the compiler's docs.</summary>
    public string? PageOf(string id) => _pages.GetValueOrDefault(id);

    /// <summary>What a page shows of a type.</summary>
    public IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) => type.GetMembers()
        .Concat(type.GetTypeMembers().Where(nested => nested.IsExtension).SelectMany(block => block.GetMembers().OfType<IPropertySymbol>()))
        .Where(member => IsVisible(member) && member is not INamedTypeSymbol && !IsAccessor(member))
        .Where(member => !(OfEveryRecord.Contains(member.Name) && (type.IsRecord || type.IsValueType || member.IsOverride)))
        .Where(member => member is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } || DocsOf(member) is not null);

    /// <summary>The docs of a symbol: its own, or those that it inherits.</summary>
    public XElement? DocsOf(ISymbol symbol)
    {
        for (int depth = 0; depth < 10; depth++)
        {
            XElement? docs = _docs.GetValueOrDefault(symbol.OriginalDefinition.GetDocumentationCommentId() ?? string.Empty);
            if (docs?.Element("inheritdoc") is not { } inherits)
            {
                return docs;
            }

            ISymbol? from = inherits.Attribute("cref") is { } cref ? _symbols.GetValueOrDefault(cref.Value) : InheritedFrom(symbol);
            if (from is null)
            {
                return docs;
            }

            symbol = from;
        }

        return null;
    }

    // Also those of extension blocks, which are plain methods to other languages.
    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol method
        && (method.AssociatedSymbol is not null || method.MethodKind == MethodKind.Destructor
            || method is { IsStatic: true, MethodKind: MethodKind.Ordinary } && (method.Name.StartsWith("get_", StringComparison.Ordinal)
                || method.Name.StartsWith("set_", StringComparison.Ordinal)));

    private static ISymbol? InheritedFrom(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol type => (ISymbol?)type.BaseType ?? type.Interfaces.FirstOrDefault(),
        _ => symbol.ContainingType?.AllInterfaces.SelectMany(face => face.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };

    // Programs and what runs inside the compiler have no list of a public API.
    private static bool IsLibrary(string folder) => File.Exists(Path.Combine(folder, "PublicAPI.Shipped.txt"));

    // Classes of extension methods are kept from an editor's lists as well, but not their methods.
    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.CanBeReferencedByName || symbol is IPropertySymbol { IsIndexer: true }
            || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion })
        && (symbol is INamedTypeSymbol { IsStatic: true } || !symbol.GetAttributes().Any(IsHidden));

    private static bool IsHidden(AttributeData attribute) =>
        attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }];

    private void AddDocs(XDocument document)
    {
        foreach (XElement member in document.Descendants("member"))
        {
            _docs[member.Attribute("name")!.Value] = member;
        }
    }

    private void AddTypes(INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                if (!IsVisible(type) || type.IsExtension)
                {
                    continue;
                }

                _types.Add(type);
            }

            AddTypes(member);
        }
    }

    private void Finish()
    {
        _types.Sort((a, b) => string.CompareOrdinal($"{a.ContainingNamespace} {ApiPages.Name(a)}", $"{b.ContainingNamespace} {ApiPages.Name(b)}"));
        foreach (INamedTypeSymbol type in _types)
        {
            string page = $"api/{type.ContainingNamespace}/{FileName(type)}.html";
            AddPage(type, page);
            var anchors = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (ISymbol member in MembersOf(type))
            {
                string name = member.Name.TrimStart('.').Replace("[]", string.Empty, StringComparison.Ordinal);
                int count = anchors[name] = anchors.GetValueOrDefault(name) + 1;
                AddPage(member, page + "#" + name + (count == 1 ? string.Empty : count.ToString("-0", CultureInfo.InvariantCulture)));
            }
        }

        PageByName = _types.GroupBy(type => type.Name).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => PageOf(group.Single())!);
        Extensions = _types.Where(type => type.IsStatic).SelectMany(MembersOf).OfType<IMethodSymbol>().Where(method => method.IsExtensionMethod)
            .Select(method => (Method: method, Page: PageOf(method.Parameters[0].Type)))
            .Where(pair => pair.Page is not null).ToLookup(pair => pair.Page!, pair => pair.Method);
        Navigation =
        [
            new NavigationGroup("Namespaces", [("All", "api/index.html"),
                .. _types.Select(type => type.ContainingNamespace.ToDisplayString()).Distinct().Select(name => (Short(name), $"api/{name}/index.html"))]),
        ];
    }

    private void AddPage(ISymbol symbol, string page)
    {
        string id = symbol.GetDocumentationCommentId() ?? string.Empty;
        _pages[id] = page;
        _symbols[id] = symbol;
    }

    private static string Short(string space) =>
        space.StartsWith("Bedrock.Toolkit.", StringComparison.Ordinal) ? space["Bedrock.Toolkit.".Length..] : space;

    private static string FileName(INamedTypeSymbol type) =>
        (type.ContainingType is { } outer ? FileName(outer) + "." : string.Empty) + type.MetadataName.Replace('`', '-');
}
