using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Tools.Site;

/// <summary>The API reference: a page for each namespace and each type.</summary>
internal sealed class ApiPages(ApiModel api)
{
    private static readonly SymbolDisplayFormat Declaration = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    private static readonly SymbolDisplayFormat Short = new(genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters, parameterOptions: SymbolDisplayParameterOptions.IncludeType,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The name of a type or member as code shows it, without its namespace.</summary>
    public static string Name(ISymbol symbol) => symbol.ToDisplayString(Short);

    public IEnumerable<Page> Write() =>
    [
        WriteIndex(),
        .. api.Types.GroupBy(type => type.ContainingNamespace.ToDisplayString()).Select(group => WriteNamespace(group.Key, [.. group])),
        .. api.Types.Select(WriteType),
    ];

    private Page WriteIndex()
    {
        var html = new StringBuilder("<h1>API reference</h1>\n<p>The public types of all packages.</p>\n");
        foreach (IGrouping<string, INamedTypeSymbol> package in api.Types.GroupBy(type => type.ContainingAssembly.Name)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            html.Append("<h2>").Append(package.Key).Append("</h2>\n<ul>\n");
            foreach (IGrouping<string, INamedTypeSymbol> space in package.GroupBy(type => type.ContainingNamespace.ToDisplayString()))
            {
                html.Append("<li>").Append(Layout.Link("api/", $"api/{space.Key}/index.html", space.Key)).Append(" <span class=\"faint\">")
                    .Append(space.Count()).Append(space.Count() == 1 ? " type" : " types").Append("</span></li>\n");
            }

            html.Append("</ul>\n");
        }

        return new Page("api/index.html", "API reference", html.ToString(), [new Section("API reference", string.Empty, string.Empty)]);
    }

    private Page WriteNamespace(string name, IReadOnlyList<INamedTypeSymbol> types)
    {
        string path = $"api/{name}/index.html";
        var html = new StringBuilder($"<h1>{name}</h1>\n<p>In {string.Join(", ", types.Select(type => type.ContainingAssembly.Name).Distinct())}.</p>\n<dl>\n");
        foreach (INamedTypeSymbol type in types)
        {
            html.Append("<dt>").Append(LinkTo(path, type, Name(type))).Append("</dt><dd>").Append(DocText.Html(api, path, Summary(type))).Append("</dd>\n");
        }

        return new Page(path, name, html.Append("</dl>").ToString(), [new Section(name, string.Empty, string.Empty)]);
    }

    private Page WriteType(INamedTypeSymbol type)
    {
        string path = api.PageOf(type)!;
        string space = type.ContainingNamespace.ToDisplayString();
        var html = new StringBuilder(
            $"<p class=\"faint\"><a href=\"index.html\">{space}</a>, package {type.ContainingAssembly.Name}</p>\n<h1>{Layout.Text(Name(type))}</h1>\n");
        WriteDocs(html, path, type);
        ISymbol[] members = [.. api.MembersOf(type).OrderBy(Rank)];
        foreach (ISymbol member in members)
        {
            string anchor = api.PageOf(member)!.Split('#')[1];
            html.Append("<section class=\"member\" id=\"").Append(anchor).Append("\">\n<h3>")
                .Append(Layout.Text(member.Name == ".ctor" ? type.Name : member.Name))
                .Append(member.ContainingType.ExtensionParameter is { } extended ? $" of {Layout.Text(extended.Type.Name)}" : string.Empty).Append("</h3>\n");
            WriteDocs(html, path, member);
            html.Append("</section>\n");
        }

        IMethodSymbol[] extensions = [.. api.Extensions[path].DistinctBy(method => method.ContainingType.Name + method.Name)];
        if (extensions.Length > 0)
        {
            html.Append("<h2 id=\"extensions\">Extension methods</h2>\n<ul>\n");
            foreach (IMethodSymbol method in extensions)
            {
                html.Append("<li>").Append(LinkTo(path, method, method.Name)).Append(' ').Append(DocText.Html(api, path, Summary(method))).Append("</li>\n");
            }

            html.Append("</ul>\n");
        }

        string names = string.Join(' ', members.Select(member => api.PageOf(member)!.Split('#')[1])
            .Where(name => !name.Contains('-', StringComparison.Ordinal)));
        return new Page(path, space, html.ToString(), [new Section(Name(type), string.Empty, DocText.Plain(Summary(type))) { Names = names }]);
    }

    private void WriteDocs(StringBuilder html, string path, ISymbol symbol)
    {
        XElement? docs = api.DocsOf(symbol);
        html.Append("<div>").Append(DocText.Html(api, path, docs?.Element("summary"))).Append("</div>\n");
        html.Append("<pre class=\"signature\"><code>").Append(Signature(path, symbol)).Append("</code></pre>\n");
        if (symbol is INamedTypeSymbol { TypeKind: not (TypeKind.Enum or TypeKind.Delegate) } type)
        {
            WriteTypes(html, path, "Inherits", Bases(type));
            WriteTypes(html, path, "Implements", type.Interfaces.Where(face => api.PageOf(face) is not null));
        }

        WriteNamed(html, path, "Type parameters", docs?.Elements("typeparam"), "name");
        WriteNamed(html, path, "Parameters", docs?.Elements("param"), "name");
        foreach ((string element, string title) in new[] { ("returns", "Returns"), ("value", "Value") })
        {
            if (docs?.Element(element) is { } text)
            {
                html.Append("<p><b>").Append(title).Append("</b> ").Append(DocText.Html(api, path, text)).Append("</p>\n");
            }
        }

        WriteNamed(html, path, "Exceptions", docs?.Elements("exception"), "cref");
        foreach (XElement more in docs?.Elements().Where(part => part.Name.LocalName is "remarks" or "example") ?? [])
        {
            html.Append("<div>").Append(DocText.Html(api, path, more)).Append("</div>\n");
        }
    }

    private void WriteTypes(StringBuilder html, string path, string title, IEnumerable<INamedTypeSymbol> types)
    {
        string text = string.Join(", ", types.Select(type => $"<code>{Parts(path, type.ToDisplayParts(Short))}</code>"));
        html.Append(text.Length == 0 ? string.Empty : $"<p><b>{title}</b> {text}</p>\n");
    }

    private void WriteNamed(StringBuilder html, string path, string title, IEnumerable<XElement>? elements, string attribute)
    {
        string list = string.Concat((elements ?? []).Select(element => $"<dt>{(attribute == "cref"
            ? DocText.Reference(api, path, element.Attribute(attribute)!.Value)
            : $"<code>{Layout.Text(element.Attribute(attribute)!.Value)}</code>")}</dt><dd>{DocText.Html(api, path, element)}</dd>\n"));
        html.Append(list.Length == 0 ? string.Empty : $"<p><b>{title}</b></p>\n<dl>\n{list}</dl>\n");
    }

    private string Signature(string path, ISymbol symbol)
    {
        // What the compiler's own display leaves out of a type.
        string modifiers = symbol is not INamedTypeSymbol { TypeKind: not TypeKind.Delegate } type ? string.Empty
            : (type.DeclaredAccessibility == Accessibility.Public ? "public " : "protected ")
                + (type.IsStatic ? "static " : type.TypeKind != TypeKind.Class ? string.Empty : type.IsAbstract ? "abstract "
                    : type.IsSealed ? "sealed " : string.Empty);
        return $"<span class=\"k\">{modifiers}</span>{Parts(path, symbol.ToDisplayParts(Declaration))}";
    }

    private string Parts(string path, IEnumerable<SymbolDisplayPart> parts) => string.Concat(parts.Select(part =>
    {
        string text = Layout.Text(part.ToString());
        return part.Kind switch
        {
            SymbolDisplayPartKind.Keyword => $"<span class=\"k\">{text}</span>",
            SymbolDisplayPartKind.StringLiteral => $"<span class=\"s\">{text}</span>",
            SymbolDisplayPartKind.NumericLiteral => $"<span class=\"n\">{text}</span>",
            _ when part.Symbol is INamedTypeSymbol type && api.PageOf(type) is { } target && target != path => Layout.Link(path, target, text),
            _ => text,
        };
    }));

    private string LinkTo(string path, ISymbol symbol, string name) => Layout.Link(path, api.PageOf(symbol)!, $"<code>{Layout.Text(name)}</code>");

    private XElement? Summary(ISymbol symbol) => api.DocsOf(symbol)?.Element("summary");

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? next = type.BaseType; next is { SpecialType: SpecialType.None }; next = next.BaseType)
        {
            yield return next;
        }
    }

    private static int Rank(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => 0,
        IFieldSymbol => 1,
        IPropertySymbol => 2,
        IEventSymbol => 3,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } => 4,
        _ => 5,
    };
}
